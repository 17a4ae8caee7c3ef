using RegionalNetwork.Server.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.Tests.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.WebSurface;

namespace RegionalNetwork.Server.Tests.WebSurface;

public sealed class FailedAttemptsTests
{
    private static readonly CallerKey Guesser = new(null, 1);
    private static readonly CallerKey Neighbour = new(null, 2);

    private readonly ManualTime _clock = new();

    [Fact]
    public void As_many_failures_as_the_limit_are_let_pass_and_the_next_waits()
    {
        var failures = new FailedAttempts(_clock);
        for (var i = 0; i < SurfaceLimits.FailedAttemptsPerMinute; i++)
        {
            Assert.Null(failures.WaitOf(Guesser));
            failures.Record(Guesser);
        }

        Assert.Equal(TimeSpan.FromSeconds(1), failures.WaitOf(Guesser));
        Assert.Null(failures.WaitOf(Neighbour));
    }

    [Fact]
    public void Who_waits_as_long_as_was_said_may_try_once_more()
    {
        var failures = new FailedAttempts(_clock);
        for (var i = 0; i < SurfaceLimits.FailedAttemptsPerMinute; i++)
        {
            failures.Record(Guesser);
        }

        _clock.Advance(failures.WaitOf(Guesser)!.Value);

        Assert.Null(failures.WaitOf(Guesser));
        failures.Record(Guesser);
        Assert.NotNull(failures.WaitOf(Guesser));
    }

    [Fact]
    public void Crowd_of_guessers_beyond_the_table_is_counted_together()
    {
        var failures = new FailedAttempts(_clock);
        for (var i = 0; i < SurfaceLimits.FailingCallers + SurfaceLimits.FailedAttemptsPerMinute; i++)
        {
            failures.Record(new CallerKey($"guesser-{i}", 0));
        }

        Assert.NotNull(failures.WaitOf(new CallerKey("another", 0)));
        Assert.Null(failures.WaitOf(new CallerKey("guesser-0", 0)));
    }
}
