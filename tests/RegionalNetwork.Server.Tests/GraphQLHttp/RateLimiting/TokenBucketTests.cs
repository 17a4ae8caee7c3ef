using RegionalNetwork.Server.GraphQLHttp.RateLimiting;

namespace RegionalNetwork.Server.Tests.GraphQLHttp.RateLimiting;

public sealed class TokenBucketTests
{
    private readonly ManualTime _clock = new();

    [Fact]
    public void Bucket_gives_what_it_holds_and_no_unit_more()
    {
        var bucket = new TokenBucket(60, 1, _clock);
        Assert.True(bucket.TrySpend(60));
        Assert.False(bucket.TrySpend(1));
        Assert.Equal(TimeSpan.FromSeconds(1), bucket.Until(1));
    }

    [Fact]
    public void Bucket_refills_steadily_up_to_its_size()
    {
        var bucket = new TokenBucket(60, 2, _clock);
        bucket.TrySpend(60);
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(20, bucket.Remaining, 6);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(60, bucket.Remaining, 6);
        Assert.True(bucket.IsFull);
    }

    [Fact]
    public void What_is_dearer_than_the_bucket_takes_all_of_it()
    {
        var bucket = new TokenBucket(60, 1, _clock);
        Assert.True(bucket.TrySpend(1_000));
        Assert.Equal(TimeSpan.FromSeconds(60), bucket.Until(1_000));
    }

    [Fact]
    public void Work_that_was_done_is_charged_into_debt_of_one_bucket_at_most()
    {
        var bucket = new TokenBucket(60, 1, _clock);
        bucket.Charge(1_000_000);
        Assert.Equal(0, bucket.Remaining);
        Assert.Equal(TimeSpan.FromSeconds(61), bucket.Until(1));
    }
}
