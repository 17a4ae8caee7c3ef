using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Telemetry;

namespace RegionalNetwork.Server.Tests.Telemetry;

/// <summary>What of a line of the log leaves the machine.</summary>
public sealed class SentLogsTests : IDisposable
{
    private const string Secret = "an-unmistakable-secret";

    private readonly Taken _taken = new();
    private readonly ILoggerFactory _factory;

    public SentLogsTests() =>
        _factory = LoggerFactory.Create(logging =>
            logging.AddOpenTelemetry(telemetry => telemetry.AddProcessor(new SentLogs()).AddProcessor(_taken))
        );

    public void Dispose() => _factory.Dispose();

    [Fact]
    public void Fault_is_sent_as_its_type_and_place_without_its_message_and_without_names_of_the_clients()
    {
        try
        {
            throw new InvalidOperationException(Secret, new FormatException(Secret));
        }
        catch (InvalidOperationException fault)
        {
            LogMessages.FieldFailed(_factory.CreateLogger("RegionalNetwork"), fault, [Secret, 1]);
        }

        var line = Assert.Single(_taken.Lines);
        Assert.Equal("The field {Path} failed; the client was told {Reference}.", line.Body);
        Assert.Equal("1", line.Attributes["regionalnetwork.log.event"]);
        Assert.Contains("System.FormatException", line.Attributes["exception.stacktrace"], StringComparison.Ordinal);
        Assert.Contains(nameof(SentLogsTests), line.Attributes["exception.stacktrace"], StringComparison.Ordinal);
        Assert.NotEmpty(line.Attributes["Reference"]);
        AssertNoSecret(line);
    }

    [Theory]
    [InlineData(Secret, "somebody-signed-in")]
    [InlineData("anonymous-on-the-internet", "anonymous-on-the-internet")]
    public void Event_of_security_says_why_and_not_who(string caller, string sent)
    {
        LogMessages.Security(
            _factory.CreateLogger(SecurityLog.Category),
            SecurityEvent.TokenRefused,
            caller,
            "EXPIRED",
            "request-1"
        );

        var line = Assert.Single(_taken.Lines);
        Assert.Equal(
            (sent, "EXPIRED", "request-1", "34"),
            (
                line.Attributes["Caller"],
                line.Attributes["Reason"],
                line.Attributes["RequestId"],
                line.Attributes["regionalnetwork.log.event"]
            )
        );
        AssertNoSecret(line);
    }

    [Fact]
    public void Values_of_others_lines_stay_here_and_so_does_a_line_without_a_sentence()
    {
        var log = _factory.CreateLogger("Microsoft.Something");
        log.Log(LogLevel.Error, default, Secret, null, (state, _) => state);
        LogMessages.HubFailed(log, Secret);

        Assert.Equal("Microsoft.Something", _taken.Lines[0].Body);
        Assert.All(_taken.Lines, AssertNoSecret);
    }

    private static void AssertNoSecret(Line line)
    {
        Assert.DoesNotContain(Secret, line.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(line.Attributes.Values, value => value.Contains(Secret, StringComparison.Ordinal));
        Assert.False(line.HasMore);
    }

    private sealed record Line(string Body, IReadOnlyDictionary<string, string> Attributes, bool HasMore);

    private sealed class Taken : BaseProcessor<LogRecord>
    {
        public List<Line> Lines { get; } = [];

        public override void OnEnd(LogRecord data) =>
            Lines.Add(
                new Line(
                    data.Body ?? string.Empty,
                    data.Attributes!.ToDictionary(pair => pair.Key, pair => $"{pair.Value}"),
                    data.Exception is not null || data.FormattedMessage is not null
                )
            );
    }
}
