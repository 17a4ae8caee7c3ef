using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Tests.GraphQLHttp.RateLimiting;

namespace RegionalNetwork.Server.Tests.Security;

public sealed class SecurityLogTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly SignedIn Somebody = new(
        new Identity("https://issuer.example", "", "ada"),
        IsApplication: false,
        MayWrite: true,
        DateTimeOffset.MaxValue,
        Assumed: null,
        "Ada"
    );

    private readonly ManualTime _clock = new();
    private readonly Lines _lines = new();
    private readonly DefaultHttpContext _http = new() { TraceIdentifier = "request-1" };

    /// <summary>The numbers that operators' alerts turn on.</summary>
    [Theory]
    [InlineData(SecurityEvent.SignedIn, 30, LogLevel.Information, "signed in: REASON.")]
    [InlineData(SecurityEvent.SignInRefused, 31, LogLevel.Warning, "could not sign in: REASON.")]
    [InlineData(SecurityEvent.SignedOut, 32, LogLevel.Information, "signed out: REASON.")]
    [InlineData(SecurityEvent.PermissionRefused, 33, LogLevel.Warning, "was refused what they asked for: REASON.")]
    [InlineData(SecurityEvent.TokenRefused, 34, LogLevel.Warning, "sent a token that was refused: REASON.")]
    [InlineData(SecurityEvent.CodeRefused, 35, LogLevel.Warning, "tried a one-time code in vain: REASON.")]
    [InlineData(SecurityEvent.UploadRefused, 36, LogLevel.Warning, "sent a file that was refused: REASON.")]
    internal void Each_event_has_a_number_and_a_sentence(
        SecurityEvent happened,
        int number,
        LogLevel level,
        string sentence
    )
    {
        using var log = new SecurityLog(_lines, _clock);

        log.Record(happened, "REASON", _http, Somebody);

        var line = Assert.Single(_lines.All);
        Assert.Equal(
            (level, number, $"{Somebody.Key} {sentence} Request request-1."),
            (line.Level, line.Id, line.Text)
        );
    }

    [Fact]
    public void People_are_named_by_their_codes_and_others_by_the_class_of_their_address()
    {
        using var log = new SecurityLog(_lines, _clock);
        log.NameBy(signedIn => $"person-of-{signedIn.Identity.Subject}");

        log.Record(SecurityEvent.TokenRefused, "REASON", _http, Somebody);
        _http.Connection.RemoteIpAddress = System.Net.IPAddress.Parse("203.0.113.7");
        log.Record(SecurityEvent.TokenRefused, "REASON", _http, caller: null);

        Assert.StartsWith("person-of-ada sent", _lines.All[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("anonymous-on-the-internet sent", _lines.All[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Flood_is_cut_at_the_limit_hides_no_other_kind_and_is_counted_a_minute_later()
    {
        const int extra = 1_000;
        using var log = new SecurityLog(_lines, _clock);
        for (var i = 0; i < SecurityLimits.SecurityLinesPerMinute + extra; i++)
        {
            log.Record(SecurityEvent.TokenRefused, "REASON", _http, caller: null);
        }

        Assert.Equal(SecurityLimits.SecurityLinesPerMinute, _lines.All.Count);
        log.Record(SecurityEvent.SignedIn, "REASON", _http, Somebody);
        Assert.Equal(30, _lines.All[^1].Id);

        _clock.Advance(Minute);
        Assert.Equal((37, "1000 more lines of TokenRefused were left out within a minute."), Last());

        // Refilled, and nothing is counted where nothing was left out.
        log.Record(SecurityEvent.TokenRefused, "REASON", _http, caller: null);
        Assert.Equal(34, Last().Id);
        var before = _lines.All.Count;
        _clock.Advance(Minute);
        Assert.Equal(before, _lines.All.Count);
    }

    [Fact]
    public void What_was_left_out_before_the_server_stops_is_counted_then()
    {
        var log = new SecurityLog(_lines, _clock);
        for (var i = 0; i <= SecurityLimits.SecurityLinesPerMinute; i++)
        {
            log.Record(SecurityEvent.UploadRefused, "REASON", _http, caller: null);
        }

        log.Dispose();

        Assert.Equal((37, "1 more lines of UploadRefused were left out within a minute."), Last());
    }

    private (int Id, string Text) Last() => (_lines.All[^1].Id, _lines.All[^1].Text);

    private sealed record Line(LogLevel Level, int Id, string Text);

    private sealed class Lines : ILogger
    {
        public List<Line> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => All.Add(new Line(logLevel, eventId.Id, formatter(state, exception)));
    }
}
