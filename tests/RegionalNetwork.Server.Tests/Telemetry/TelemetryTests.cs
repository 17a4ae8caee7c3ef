using System.Diagnostics;
using System.Net;
using System.Text;
using RegionalNetwork.Server.Tests.Durability;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Telemetry;

/// <summary>A server that sends to a collector: what arrives there, and what must not.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private const string Birmingham = "E08000025";
    private const string QueryText = "anUnmistakableAlias";
    private const string Written = "An unmistakable aim";
    private const int Figure = 48_151_623;
    private const string TraceOfACaller = "0af7651916cd43dd8448eb211c80319c";

    private static readonly string[] SpanNames = ["query", "mutation", "append", "project", "import"];

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("REGIONALNETWORK_TESTS") == "long";
    private static readonly TimeSpan EndMax = TimeSpan.FromSeconds(25);

    private readonly TemporaryFolder _data = new();
    private readonly Collector _collector = new();
    private ServerProcess _process = null!;
    private NetworkClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _process = await ServerProcess.StartAsync(
            _data.Path,
            ["--urls", "http://127.0.0.1:0", "--rate-limit", "100000"],
            _collector.Settings
        );
        _client = new NetworkClient(_process.Address, _data.Info);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.DisposeAsync();
        _collector.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task What_happens_is_counted_timed_and_traced_and_nothing_that_is_anybodys_is_sent()
    {
        await DoAsync();
        await _collector.WaitForAsync(
            all =>
                Refused(all)
                && HasImported(all)
                && all.Spans.Any(span => span.Name == "import")
                && all.Lines.Any(IsForbidden),
            "what was done"
        );

        AssertMetrics();
        AssertSpans();
        AssertLines();
        AssertNothingSecret();
        TestContext.Current.SendDiagnosticMessage(
            $"{_collector.Metrics.Select(metric => metric.Name).Distinct().Count()} metrics, {_collector.Spans.Count} spans, "
                + $"{_collector.Lines.Count} lines in {_collector.Payloads.Count()} payloads"
        );
    }

    [Fact]
    public async Task Collector_that_is_away_disturbs_no_answer_and_no_end()
    {
        _collector.Dispose();

        for (var question = 0; question < 20; question++)
        {
            Assert.Equal(HttpStatusCode.OK, (await _client.QueryAsync("{ service { position } }")).Status);
        }

        await CreateAsync("without-collector");
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.True((await _client.QueryAsync("{ service { position } }")).Position > 0);
        Assert.Equal(0, await _process.StopAsync());
    }

    /// <summary>The exporter of each signal is given five seconds at the end.</summary>
    [Fact]
    public async Task Collector_that_hangs_disturbs_no_answer_and_delays_the_end_by_seconds()
    {
        Assert.SkipUnless(IsLong, "It takes a quarter of a minute: set REGIONALNETWORK_TESTS=long.");
        _collector.IsSilent = true;
        await _collector.WaitForAsync(all => all.Payloads.Any(), "anything");

        await CreateAsync("without-collector");
        Assert.True((await _client.QueryAsync("{ service { position } }")).Position > 0);
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, await _process.StopAsync());

        Assert.True(watch.Elapsed < EndMax, $"It took {watch.Elapsed}.");
        TestContext.Current.SendDiagnosticMessage($"It ended after {watch.Elapsed.TotalSeconds:0.0} s.");
    }

    [Fact]
    public async Task Mistaken_setting_stops_the_start_with_a_sentence_that_names_it()
    {
        const string Setting = "OTEL_EXPORTER_OTLP_ENDPOINT";
        var settings = new Dictionary<string, string?> { [Setting] = "http://collector.example.gov.uk:4318" };
        using var data = new TemporaryFolder();

        var run = await CommandLineRun.OfAsync(
            ["--data", data.Path, "--sample", "none"],
            settings,
            workingFolder: null
        );

        run.AssertFailedInOneSentence(Setting);
    }

    private async Task DoAsync()
    {
        await CreateAsync("watched");
        await _client.RefusedAsync(As.AllRoles, "createWorkstream", Workstream("watched", "Another of this code"));
        using var traced = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={{{QueryText}:__typename}}");
        traced.Headers.Add("traceparent", $"00-{TraceOfACaller}-b7ad6b7169203331-01");
        traced.Headers.Add("tracestate", $"council={QueryText}");
        using var answer = await _client.SendRawAsync(traced);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            HttpStatusCode.OK,
            (await _client.UploadAsync(As.AllRoles, "small.csv", SmallFile.Of(Figure))).Status
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await _client.UploadAsync(As.Psw(Birmingham), "small.csv", SmallFile.Of(Figure))).Status
        );
    }

    private Task<string> CreateAsync(string code) =>
        _client.SucceedAsync(As.AllRoles, "createWorkstream", Workstream(code, "Watched"), "workstream { code }");

    private static string Workstream(string code, string title) =>
        $"code: \"{code}\", title: \"{title}\", theme: \"T01\", startsOn: \"2026-01-01\", aims: [\"{Written}\"]";

    private static bool Refused(Collector all) =>
        all.Metrics.Any(metric => metric.Is("regionalnetwork.refusals", ("regionalnetwork.refusal.code", "ID_TAKEN")));

    private static bool HasImported(Collector all) => all.Metrics.Any(IsImport);

    private static bool IsImport(SentMetric metric) =>
        metric.Is("regionalnetwork.imports", ("regionalnetwork.outcome", "imported"));

    private static bool IsForbidden(SentLine line) =>
        line.Attributes.GetValueOrDefault("Reason") == "FORBIDDEN"
        && line.Attributes.GetValueOrDefault("regionalnetwork.log.event") == "33";

    private void AssertMetrics()
    {
        var metrics = _collector.Metrics;
        Assert.Contains(
            metrics,
            metric =>
                metric.Is("regionalnetwork.journal.append.duration", ("regionalnetwork.outcome", "appended"))
                && metric is { Value: >= 2, Unit: "s" }
        );
        Assert.Contains(metrics, metric => metric.Is("regionalnetwork.node.ready") && metric.Value == 1);
        Assert.Equal(1, metrics.Last(IsImport).Value);
        Assert.Contains(
            metrics,
            metric =>
                metric.Is(
                    "regionalnetwork.operation.duration",
                    ("graphql.operation.type", "mutation"),
                    ("regionalnetwork.outcome", "answered")
                )
        );
        Assert.Contains(metrics, metric => metric.Is("http.server.request.duration", ("http.route", "/graphql")));
        Assert.Contains(
            metrics,
            metric =>
                metric.Is(
                    "regionalnetwork.nightly.runs",
                    ("regionalnetwork.task", "compile-rounds"),
                    ("regionalnetwork.outcome", "finished")
                )
        );
        // What the documentation does not say is not sent.
        Assert.Empty(
            from metric in metrics
            where metric.Name.StartsWith(Instruments.Own, StringComparison.Ordinal)
            let row = MetricRow.All.Single(row => row.Name == metric.Name)
            from attribute in metric.Attributes.Keys.Except(row.Attributes)
            select $"{metric.Name} {attribute}"
        );
    }

    private void AssertSpans()
    {
        var spans = _collector.Spans;
        Assert.Empty(SpanNames.Except(spans.Select(span => span.Name)));
        var append = spans.First(span =>
            span.Attributes.GetValueOrDefault("regionalnetwork.stream.category") == "workstream"
        );
        var mutation = spans.Single(span => span.Id == append.Parent && span.Trace == append.Trace);
        Assert.Equal("mutation", mutation.Name);
        Assert.NotEmpty(mutation.Attributes["regionalnetwork.request.id"]);
        Assert.DoesNotContain(spans, span => span.Trace == TraceOfACaller);
    }

    private void AssertLines()
    {
        var line = _collector.Lines.First(IsForbidden);
        Assert.Equal("{Caller} was refused what they asked for: {Reason}. Request {RequestId}.", line.Body);
        Assert.Equal("somebody-signed-in", line.Attributes["Caller"]);
    }

    /// <summary>Each is looked for where it must be found first, so that a search that finds nothing is known to search.</summary>
    private void AssertNothingSecret()
    {
        var caller = As.Psw(Birmingham).Signature;
        Assert.Contains(_process.Printed, line => line.Contains(caller, StringComparison.Ordinal));
        string[] secrets =
        [
            caller,
            As.AllRoles.Signature,
            QueryText,
            Written,
            $"{Figure}",
            Birmingham,
            _data.Path,
            NetworkClient.TokenOf(_data.Info, As.AllRoles)[..20],
        ];
        string[] payloads = [.. _collector.Payloads.Select(Encoding.UTF8.GetString)];

        Assert.Contains(
            payloads,
            payload => payload.Contains("regionalnetwork.refusal.code", StringComparison.Ordinal)
        );
        Assert.Empty(
            from secret in secrets
            where payloads.Any(payload => payload.Contains(secret, StringComparison.OrdinalIgnoreCase))
            select secret
        );
        Assert.Empty(PrintedSecrets.In(payloads));
    }
}
