using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.InMemory;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Server.Cluster;
using RegionalNetwork.Server.Federation.Status;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Telemetry;

namespace RegionalNetwork.Server.Tests.Telemetry;

/// <summary>Every instrument that a server has, found by listening as an exporter does.</summary>
internal static class Instruments
{
    public const string Own = "regionalnetwork.";

    private static readonly Assembly[] Programs =
    [
        typeof(NodeMeters).Assembly,
        typeof(IJournal).Assembly,
        typeof(RequestExecutor).Assembly,
    ];

    /// <summary>By name, of this program, of the framework's web server and of the runtime.</summary>
    public static async Task<IReadOnlyDictionary<string, Instrument>> FindAsync(CancellationToken cancellation)
    {
        var found = new Dictionary<string, Instrument>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            lock (found)
            {
                found[instrument.Name] = instrument;
            }
        };
        listener.Start();
        foreach (var holder in Programs.SelectMany(program => program.GetTypes()).Where(HasMeter))
        {
            RuntimeHelpers.RunClassConstructor(holder.TypeHandle);
        }

        await using var network = await NetworkHost.StartAsync(
            new InMemoryJournal(),
            TimeProvider.System,
            cancellation
        );
        var watch = new JournalWatch(
            network.Journal,
            () => network.Projection.Current.Position,
            NodeLimits.Default,
            network.Clock
        );
        using var node = new NodeMeters(
            network,
            new NodeHealth(network, watch),
            watch,
            new DirectoryInfo(Path.GetTempPath())
        );
        using var federation = new FederationMeters(() => new FederationStatus(null, []), network.Clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        await app.StartAsync(cancellation);
        lock (found)
        {
            return new Dictionary<string, Instrument>(found, StringComparer.Ordinal);
        }
    }

    /// <summary>
    /// Names of an instrument's series in Prometheus:
    /// https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/.
    /// </summary>
    public static IEnumerable<string> SeriesOf(Instrument instrument)
    {
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => string.Empty,
        };
        var name = instrument.Name.Replace('.', '_');
        name = name.EndsWith(unit, StringComparison.Ordinal) ? name : name + unit;
        return KindOf(instrument) switch
        {
            "counter" => [name + "_total"],
            "histogram" => [name + "_bucket", name + "_sum", name + "_count"],
            _ => [name],
        };
    }

    /// <summary>In the words of the table of <c>deploy/observability</c>.</summary>
    public static string KindOf(Instrument instrument) =>
        instrument.GetType().Name.Split('`')[0] switch
        {
            "Counter" or "ObservableCounter" => "counter",
            "Histogram" => "histogram",
            "UpDownCounter" or "ObservableUpDownCounter" => "sum",
            _ => "gauge",
        };

    private static bool HasMeter(Type type) =>
        !type.ContainsGenericParameters
        && type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
            .Any(field => field.FieldType == typeof(Meter));
}
