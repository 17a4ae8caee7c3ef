using System.Diagnostics.Metrics;

namespace RegionalNetwork.Server.Telemetry;

/// <summary>
/// What the server counts and times as it happens. Names and units follow OpenTelemetry's conventions; what has none of its own there
/// begins with <c>regionalnetwork</c>.
/// </summary>
/// <remarks>
/// An attribute is a constant of the program or the name of a node of the federation. Never what a caller sends, a person, a token or
/// a figure: attributes are kept by others, and each new value makes a new series. While nobody listens, counting costs a look at a
/// field.
/// </remarks>
internal static class ServerMeters
{
    public const string OutcomeTag = "regionalnetwork.outcome";
    public const string OperationTypeTag = "graphql.operation.type";

    private const string CodeTag = "regionalnetwork.refusal.code";
    private const string EventTag = "regionalnetwork.security.event";
    private const string TaskTag = "regionalnetwork.task";

    private static readonly Meter Meter = new("RegionalNetwork.Server");

    /// <summary>Queries in memory take microseconds, mutations wait for a disk.</summary>
    private static readonly InstrumentAdvice<double> OperationSeconds = new()
    {
        HistogramBucketBoundaries =
        [
            0.000_025,
            0.000_1,
            0.000_25,
            0.001,
            0.002_5,
            0.01,
            0.025,
            0.1,
            0.25,
            1,
            2.5,
            10,
            30,
        ],
    };

    private static readonly InstrumentAdvice<double> LedgerSeconds = new()
    {
        HistogramBucketBoundaries = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300],
    };

    /// <summary>By type and outcome; its count is the number of operations.</summary>
    public static readonly Histogram<double> OperationDuration = Meter.CreateHistogram(
        "regionalnetwork.operation.duration",
        "s",
        "How long GraphQL operations took to execute, without reading the request and sending the answer.",
        tags: null,
        OperationSeconds
    );

    public static readonly Histogram<double> LedgerDuration = Meter.CreateHistogram(
        "regionalnetwork.ledger.duration",
        "s",
        "How long it took to work out what disclosure control lets out of the rounds that were compiled.",
        tags: null,
        LedgerSeconds
    );

    public static readonly UpDownCounter<long> SubscriptionsOpen = Meter.CreateUpDownCounter<long>(
        "regionalnetwork.subscriptions.open",
        "{subscription}",
        "Subscriptions that are followed now."
    );

    public static readonly UpDownCounter<long> ConnectionsOpen = Meter.CreateUpDownCounter<long>(
        "regionalnetwork.subscriptions.connections",
        "{connection}",
        "Connections that subscriptions may come by: sockets and streams of events."
    );

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "regionalnetwork.refusals",
        "{refusal}",
        "Reasons for which commands were refused, by their stable code."
    );

    private static readonly Counter<long> SecurityEvents = Meter.CreateCounter<long>(
        "regionalnetwork.security.events",
        "{event}",
        "Signing in and out, and refusals for want of a right, by event and stable code; also those that the log leaves out."
    );

    private static readonly Counter<double> CostRefused = Meter.CreateCounter<double>(
        "regionalnetwork.cost.refused",
        "{unit}",
        "Cost units that callers asked for when their budget was spent."
    );

    private static readonly Counter<long> NightlyRuns = Meter.CreateCounter<long>(
        "regionalnetwork.nightly.runs",
        "{run}",
        "Attempts at nightly work: finished, unfinished (another node has the turn, or something is left) or failed."
    );

    private static readonly Counter<long> Imports = Meter.CreateCounter<long>(
        "regionalnetwork.imports",
        "{file}",
        "Files of official statistics: imported, unchanged or refused."
    );

    public static void CountRefusal(string code) => Refusals.Add(1, Tag(CodeTag, code));

    /// <param name="reason">A constant, as in the log: the code of the refusal, or the issuer that somebody signed in at.</param>
    public static void CountSecurity(string happened, string reason) =>
        SecurityEvents.Add(1, Tag(EventTag, happened), Tag(CodeTag, reason));

    public static void CountCostRefused(double units) => CostRefused.Add(units);

    public static void CountNightly(string task, string outcome) =>
        NightlyRuns.Add(1, Tag(TaskTag, task), Tag(OutcomeTag, outcome));

    public static void CountImport(string outcome) => Imports.Add(1, Tag(OutcomeTag, outcome));

    public static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
