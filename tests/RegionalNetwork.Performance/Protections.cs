using BenchmarkDotNet.Attributes;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Performance.Requests;
using RegionalNetwork.Performance.SyntheticNetwork;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;

namespace RegionalNetwork.Performance;

/// <summary>What the protections of a cached query cost: the endpoint without them, and with one more each time.</summary>
public class Protections
{
    /// <summary>More than can be spent while it is measured.</summary>
    private const double UnitsPerMinute = 1e15;

    private static readonly ExecutionLimits NoTimeout = new() { Timeout = Timeout.InfiniteTimeSpan };

    private MeasuredNetwork _network = null!;
    private InProcessEndpoint _none = null!;
    private InProcessEndpoint _timeout = null!;
    private InProcessEndpoint _timeoutAndBudget = null!;
    private byte[] _body = [];

    [Params(NetworkRequestName.CouncilProfile, NetworkRequestName.RegionalBenchmark)]
    public NetworkRequestName Request { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _network = MeasuredNetwork.OpenAsync().GetAwaiter().GetResult();
        _none = Endpoint(new ExecutorOptions { Limits = NoTimeout }, unitsPerMinute: null);
        _timeout = Endpoint(new ExecutorOptions(), unitsPerMinute: null);
        _timeoutAndBudget = Endpoint(new ExecutorOptions { Admit = Spending.Admit }, UnitsPerMinute);
        _body = NetworkRequests.BodyOf(Request);
    }

    [GlobalCleanup]
    public void Close()
    {
        foreach (var endpoint in new[] { _none, _timeout, _timeoutAndBudget })
        {
            endpoint.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        _network.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    [Benchmark(Baseline = true)]
    public Task None() => _none.PostAsync(_body);

    [Benchmark]
    public Task WithTimeout() => _timeout.PostAsync(_body);

    /// <summary>As the server is by default.</summary>
    [Benchmark]
    public Task WithTimeoutAndBudget() => _timeoutAndBudget.PostAsync(_body);

    private InProcessEndpoint Endpoint(ExecutorOptions options, double? unitsPerMinute) =>
        InProcessEndpoint.Of(_network, _network.NewExecutor(options), unitsPerMinute);
}
