using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using RegionalNetwork.Server.Tests.Tidy;

namespace RegionalNetwork.Server.Tests.Telemetry;

/// <summary><c>deploy/observability</c> and <c>deploy/runbook.md</c>: what they name is there, and nothing is left out of them.</summary>
public sealed partial class ObservabilityTests : IAsyncLifetime
{
    /// <summary>What Prometheus and the web server put beside the attributes of the table.</summary>
    private static readonly string[] OtherLabels = ["job", "instance", "le", "http_response_status_code", "http_route"];

    private static readonly string[] PartsOfAnAlert = ["Means", "See", "Do", "Call"];

    /// <summary>Besides alerts: what happens to every service sooner or later.</summary>
    private static readonly string[] OrdinaryEvents =
    [
        "A node is down",
        "The primary is down and the standby is promoted",
        "A disk is full",
        "A certificate expires",
        "A person asks to be erased",
        "A backup is restored",
        "A key or a token is in wrong hands",
        "Messages of a link are in quarantine",
        "A version is upgraded",
        "A version is rolled back",
    ];

    private static readonly string Rules = Read("deploy/observability/alerts.yml");
    private static readonly string Runbook = Read("deploy/runbook.md");

    private static readonly string[] Alerts = [.. Alert().Matches(Rules).Select(found => found.Groups["name"].Value)];

    private IReadOnlyDictionary<string, Instrument> _instruments = null!;

    public async ValueTask InitializeAsync() =>
        _instruments = await Instruments.FindAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Each_metric_has_a_unit_and_a_sentence_and_stands_in_the_table_with_its_kind_and_unit()
    {
        Instrument[] own =
        [
            .. _instruments.Values.Where(each => each.Name.StartsWith(Instruments.Own, StringComparison.Ordinal)),
        ];

        Assert.All(own, each => Assert.Matches(@"^regionalnetwork(\.[a-z]+)+$", each.Name));
        Assert.All(own, each => Assert.Matches(@"^[A-Z1].*\.$", each.Description));
        Assert.Equal(
            own.Select(each => $"{each.Name} {Instruments.KindOf(each)} {each.Unit}").Order(StringComparer.Ordinal),
            MetricRow.All.Select(row => $"{row.Name} {row.Kind} {row.Unit}").Order(StringComparer.Ordinal)
        );
        TestContext.Current.SendDiagnosticMessage($"{own.Length} metrics of our own");
    }

    [Fact]
    public void Alerts_and_dashboard_name_only_what_the_server_sends_and_every_metric_of_ours_is_shown()
    {
        string[] expressions = [.. Expression().Matches(Rules).Select(found => found.Groups["text"].Value), .. Shown()];
        var series = _instruments.Values.SelectMany(Instruments.SeriesOf).ToHashSet(StringComparer.Ordinal);
        var named = expressions
            .SelectMany(text => Named().Matches(Selection().Replace(text, string.Empty)))
            .Select(found => found.Value)
            .ToHashSet();

        Assert.Empty(named.Except(series));
        Assert.Empty(
            from instrument in _instruments.Values
            where instrument.Name.StartsWith(Instruments.Own, StringComparison.Ordinal)
            where !Instruments.SeriesOf(instrument).Any(named.Contains)
            select instrument.Name
        );
        TestContext.Current.SendDiagnosticMessage($"{expressions.Length} expressions with {named.Count} series");
    }

    [Fact]
    public void Alerts_and_dashboard_ask_only_for_attributes_that_the_metrics_have()
    {
        var labels = OtherLabels
            .Concat(MetricRow.All.SelectMany(row => row.Attributes).Select(name => name.Replace('.', '_')))
            .ToHashSet(StringComparer.Ordinal);
        var used = Expression()
            .Matches(Rules)
            .Select(found => found.Groups["text"].Value)
            .Concat(Shown())
            .SelectMany(text => Label().Matches(text).Concat(Grouping().Matches(text)))
            .SelectMany(found => found.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(used.Except(labels));
        Assert.True(used.Count > 10, $"{used.Count} labels");
    }

    [Fact]
    public void Each_alert_has_its_section_in_the_runbook_with_what_to_do_and_each_section_its_alert()
    {
        Assert.Equal(Alerts.Order(StringComparer.Ordinal), Sections("RegionalNetwork").Order(StringComparer.Ordinal));
        Assert.All(
            Alerts,
            alert =>
                Assert.Equal(
                    PartsOfAnAlert,
                    Part().Matches(SectionOf(alert)).Select(found => found.Groups["name"].Value)
                )
        );
        Assert.Equal(
            Alerts.Select(alert => $"deploy/runbook.md#{alert.ToLowerInvariant()}"),
            Link().Matches(Rules).Select(found => found.Groups["target"].Value)
        );
        Assert.Equal(Alerts.Length, Severity().Count(Rules));
        TestContext.Current.SendDiagnosticMessage($"{Alerts.Length} alerts");
    }

    [Fact]
    public void Runbook_has_each_ordinary_event_and_no_link_that_leads_nowhere()
    {
        Assert.Empty(OrdinaryEvents.Except(Sections(string.Empty)));
        var anchors = Sections(string.Empty).Select(AnchorOf).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Within().Matches(Runbook).Select(found => found.Groups["anchor"].Value).Except(anchors));
        Assert.DoesNotContain(
            Beside().Matches(Runbook).Select(found => found.Groups["path"].Value),
            path => !Path.Exists(Path.Combine(Repository.Root, "deploy", path))
        );
    }

    private static IEnumerable<string> Shown()
    {
        var dashboard = JsonElement.Parse(Read("deploy/observability/dashboard.json"));
        return from panel in dashboard.GetProperty("panels").EnumerateArray()
            where panel.TryGetProperty("targets", out _)
            from target in panel.GetProperty("targets").EnumerateArray()
            select target.GetProperty("expr").GetString()!;
    }

    private static IEnumerable<string> Sections(string beginning) =>
        Runbook
            .Split('\n')
            .Where(line => line.StartsWith("## " + beginning, StringComparison.Ordinal))
            .Select(line => line[3..]);

    private static string SectionOf(string alert)
    {
        var begin = Runbook.IndexOf($"## {alert}\n", StringComparison.Ordinal);
        var end = Runbook.IndexOf("\n#", begin + 1, StringComparison.Ordinal);
        return Runbook[begin..end];
    }

    /// <summary>As GitHub makes it of a heading.</summary>
    private static string AnchorOf(string heading) => heading.ToLowerInvariant().Replace(' ', '-');

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    private const RegexOptions Options =
        RegexOptions.ExplicitCapture
        | RegexOptions.CultureInvariant
        | RegexOptions.NonBacktracking
        | RegexOptions.Multiline;

    [GeneratedRegex(@"^ +- alert: (?<name>\w+)$", Options)]
    private static partial Regex Alert();

    [GeneratedRegex(@"^ +expr: (?<text>.+)$", Options)]
    private static partial Regex Expression();

    [GeneratedRegex(@"^ +runbook: (?<target>\S+)$", Options)]
    private static partial Regex Link();

    [GeneratedRegex(@"^ +severity: (page|ticket)$", Options)]
    private static partial Regex Severity();

    /// <summary>Where labels stand, and no name of a series.</summary>
    [GeneratedRegex(@"\{[^}]*\}|\bby \([^)]*\)", Options)]
    private static partial Regex Selection();

    [GeneratedRegex(@"\b(regionalnetwork|http_server|dotnet|kestrel|process)_\w+", Options)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<names>\w+)(=~|!~|!=|=)""", Options)]
    private static partial Regex Label();

    [GeneratedRegex(@"\bby \((?<names>[^)]*)\)", Options)]
    private static partial Regex Grouping();

    [GeneratedRegex(@"^- \*\*(?<name>\w+)\*\*: ", Options)]
    private static partial Regex Part();

    [GeneratedRegex(@"\]\(#(?<anchor>[^)]+)\)", Options)]
    private static partial Regex Within();

    [GeneratedRegex(@"\]\((?<path>[\w./-]+)(#[^)]*)?\)", Options)]
    private static partial Regex Beside();
}
