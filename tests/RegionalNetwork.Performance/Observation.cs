using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using RegionalNetwork.Performance.Requests;
using RegionalNetwork.Performance.SyntheticNetwork;

namespace RegionalNetwork.Performance;

/// <summary>
/// What it costs a cached query that the server can be watched: with nobody who listens, as without a collector, and with all that is
/// sent to one but the sending, which other threads do.
/// </summary>
public class Observation
{
    private const string Own = "RegionalNetwork.*";

    private readonly byte[] _body = NetworkRequests.BodyOf(NetworkRequestName.CouncilProfile);
    private MeasuredNetwork _network = null!;
    private InProcessEndpoint _endpoint = null!;
    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    public enum Listening
    {
        Nobody,
        Metrics,
        MetricsAndTraces,
    }

    [ParamsAllValues]
    public Listening Listeners { get; set; }

    [GlobalSetup]
    public void Open()
    {
        if (Listeners != Listening.Nobody)
        {
            _metrics = Sdk.CreateMeterProviderBuilder()
                .AddMeter(Own)
                .AddReader(new BaseExportingMetricReader(new Nowhere<Metric>()))
                .Build();
        }

        if (Listeners == Listening.MetricsAndTraces)
        {
            _traces = Sdk.CreateTracerProviderBuilder()
                .AddSource(Own)
                .AddProcessor(new BatchActivityExportProcessor(new Nowhere<Activity>()))
                .Build();
        }

        _network = MeasuredNetwork.OpenAsync().GetAwaiter().GetResult();
        _endpoint = InProcessEndpoint.Of(_network);
    }

    [GlobalCleanup]
    public void Close()
    {
        _endpoint.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _network.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    /// <summary>The server's endpoint with everything but the socket.</summary>
    [Benchmark]
    public Task Http() => _endpoint.PostAsync(_body);

    private sealed class Nowhere<T> : BaseExporter<T>
        where T : class
    {
        public override ExportResult Export(in Batch<T> batch) => ExportResult.Success;
    }
}
