using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using RegionalNetwork.Performance.Requests;
using RegionalNetwork.Performance.SyntheticNetwork;

namespace RegionalNetwork.Performance.Reports;

/// <summary>
/// What it costs a cached query that the server can be watched: with nobody who listens, as without a collector, and with all that is
/// sent to one but the sending, which other threads do. The three take turns, batch by batch, and the fastest batch of each counts, so
/// that a machine that does other things too does not favour one of them.
/// </summary>
internal static class ObservationReport
{
    private const string Own = "RegionalNetwork.*";
    private const int Turns = 60;
    private const int BatchesInATurn = 4;
    private const int RequestsInABatch = 200;

    /// <returns>The exit code.</returns>
    public static async Task<int> PrintAsync()
    {
        await using var network = await MeasuredNetwork.OpenAsync();
        await using var endpoint = InProcessEndpoint.Of(network);
        Watched[] all =
        [
            new("nobody listens", HasMetrics: false, HasTraces: false),
            new("metrics", HasMetrics: true, HasTraces: false),
            new("metrics and traces", HasMetrics: true, HasTraces: true),
        ];
        for (var turn = 0; turn < Turns; turn++)
        {
            foreach (var watched in all)
            {
                await watched.TakeTurnAsync(endpoint);
            }
        }

        Console.WriteLine("A council's profile from the cache, through everything but the socket:");
        foreach (var watched in all)
        {
            Console.WriteLine($"{watched.Name, -20} {watched.Nanoseconds, 8:N0} ns {watched.Bytes, 8:N0} bytes");
        }

        return 0;
    }

    private sealed record Watched(string Name, bool HasMetrics, bool HasTraces)
    {
        private static readonly byte[] Body = NetworkRequests.BodyOf(NetworkRequestName.CouncilProfile);

        /// <summary>Of one request in the fastest batch.</summary>
        public double Nanoseconds { get; private set; } = double.MaxValue;

        /// <summary>Allocated for one request in the batch that allocated least.</summary>
        public double Bytes { get; private set; } = double.MaxValue;

        public async Task TakeTurnAsync(InProcessEndpoint endpoint)
        {
            using var metrics = HasMetrics
                ? Sdk.CreateMeterProviderBuilder()
                    .AddMeter(Own)
                    .AddReader(new BaseExportingMetricReader(new Nowhere<Metric>()))
                    .Build()
                : null;
            using var traces = HasTraces
                ? Sdk.CreateTracerProviderBuilder()
                    .AddSource(Own)
                    .AddProcessor(new BatchActivityExportProcessor(new Nowhere<Activity>()))
                    .Build()
                : null;
            for (var batch = 0; batch < BatchesInATurn; batch++)
            {
                var bytes = GC.GetTotalAllocatedBytes(precise: true);
                var began = Stopwatch.GetTimestamp();
                for (var request = 0; request < RequestsInABatch; request++)
                {
                    await endpoint.PostAsync(Body);
                }

                var nanoseconds = Stopwatch.GetElapsedTime(began).TotalNanoseconds / RequestsInABatch;
                Nanoseconds = Math.Min(Nanoseconds, nanoseconds);
                Bytes = Math.Min(Bytes, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)RequestsInABatch);
            }
        }
    }

    private sealed class Nowhere<T> : BaseExporter<T>
        where T : class
    {
        public override ExportResult Export(in Batch<T> batch) => ExportResult.Success;
    }
}
