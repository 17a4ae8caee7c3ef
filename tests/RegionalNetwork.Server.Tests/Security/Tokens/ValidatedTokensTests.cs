using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Security.Tokens;
using RegionalNetwork.Server.Tests.GraphQLHttp.RateLimiting;

namespace RegionalNetwork.Server.Tests.Security.Tokens;

public sealed class ValidatedTokensTests
{
    private readonly ManualTime _clock = new();

    [Fact]
    public void Validation_is_remembered_for_its_age_and_no_longer()
    {
        var tokens = new ValidatedTokens(10, _clock);
        tokens.Add(Hash(1), ValidFor(TimeSpan.FromHours(1)));

        _clock.Advance(SecurityLimits.ValidationAge - TimeSpan.FromTicks(1));
        Assert.NotNull(tokens.Find(Hash(1)));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(tokens.Find(Hash(1)));
    }

    [Fact]
    public void Validation_is_not_remembered_beyond_the_expiry()
    {
        var tokens = new ValidatedTokens(10, _clock);
        tokens.Add(Hash(1), ValidFor(TimeSpan.FromSeconds(10)));
        tokens.Add(Hash(2), ValidFor(TimeSpan.Zero));

        Assert.Null(tokens.Find(Hash(2)));
        Assert.NotNull(tokens.Find(Hash(1)));
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Null(tokens.Find(Hash(1)));
    }

    [Fact]
    public void As_many_tokens_as_the_limit_are_held_and_no_more()
    {
        var tokens = new ValidatedTokens(10, _clock);
        for (var i = 0; i < 10; i++)
        {
            tokens.Add(Hash(i), ValidFor(TimeSpan.FromHours(1)));
        }

        Assert.Equal(10, tokens.Count);
        Assert.NotNull(tokens.Find(Hash(0)));
        tokens.Add(Hash(10), ValidFor(TimeSpan.FromHours(1)));
        Assert.InRange(tokens.Count, 1, 10);
        Assert.NotNull(tokens.Find(Hash(10)));
    }

    [Fact]
    public void Every_character_of_a_token_counts()
    {
        var token = new string('x', 10_000);

        Assert.Equal(ValidatedTokens.HashOf(token), ValidatedTokens.HashOf(new string('x', 10_000)));
        Assert.NotEqual(ValidatedTokens.HashOf(token), ValidatedTokens.HashOf(token[..^1] + 'y'));
        Assert.NotEqual(ValidatedTokens.HashOf("a"), ValidatedTokens.HashOf("á"));
    }

    private static TokenHash Hash(int number) => ValidatedTokens.HashOf($"token {number}");

    private SignedIn ValidFor(TimeSpan time) =>
        new(
            new Identity("issuer", "", "subject"),
            IsApplication: false,
            MayWrite: true,
            _clock.GetUtcNow() + time + SecurityLimits.ClockSkew,
            Assumed: null,
            DisplayName: null
        );
}
