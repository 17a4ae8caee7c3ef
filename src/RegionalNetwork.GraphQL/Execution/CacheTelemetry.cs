using System.Diagnostics.Metrics;

namespace RegionalNetwork.GraphQL.Execution;

/// <summary>How often what is kept was found. While nobody listens, counting costs a look at a field.</summary>
internal static class CacheTelemetry
{
    private const string ResultTag = "regionalnetwork.cache.result";

    private static readonly Meter Meter = new("RegionalNetwork.GraphQL");
    private static readonly KeyValuePair<string, object?> Hit = new(ResultTag, "hit");
    private static readonly KeyValuePair<string, object?> Miss = new(ResultTag, "miss");

    private static readonly Counter<long> Documents = Meter.CreateCounter<long>(
        "regionalnetwork.document.lookups",
        "{lookup}",
        "Documents looked for in the cache; a miss is parsed and validated."
    );

    private static readonly Counter<long> Plans = Meter.CreateCounter<long>(
        "regionalnetwork.plan.lookups",
        "{lookup}",
        "Plans looked for in an operation; a miss is compiled."
    );

    public static void CountDocument(bool isHit) => Documents.Add(1, isHit ? Hit : Miss);

    public static void CountPlan(bool isHit) => Plans.Add(1, isHit ? Hit : Miss);
}
