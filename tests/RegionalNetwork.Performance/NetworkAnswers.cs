using System.Buffers;
using BenchmarkDotNet.Attributes;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Performance.Requests;
using RegionalNetwork.Performance.SyntheticNetwork;

namespace RegionalNetwork.Performance;

/// <summary>The requests that users send most, against the server's own schema and resolvers over a snapshot in memory.</summary>
public class NetworkAnswers
{
    private readonly ArrayBufferWriter<byte> _output = new(1024 * 1024);
    private MeasuredNetwork _network = null!;
    private InProcessEndpoint _endpoint = null!;
    private GraphQLRequest _request = null!;
    private byte[] _body = [];

    [ParamsAllValues]
    public NetworkRequestName Request { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _network = MeasuredNetwork.OpenAsync().GetAwaiter().GetResult();
        _endpoint = InProcessEndpoint.Of(_network);
        _request = NetworkRequests.Of(Request);
        _body = NetworkRequests.BodyOf(Request);
        var answer = _network.CheckAnswerAsync(_request).GetAwaiter().GetResult();
        _endpoint.PostAsync(_body).GetAwaiter().GetResult();
        Console.WriteLine($"// {Request}: {answer.Length} bytes");
    }

    [GlobalCleanup]
    public void Close()
    {
        _endpoint.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _network.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <summary>The document is in the cache, as nearly always: look up, coerce variables, execute, write into a buffer.</summary>
    [Benchmark]
    public ValueTask<ExecutionResult> Cached() => Answer(_network.Executor);

    /// <summary>The document is new: parse, validate, compile, then as above.</summary>
    [Benchmark]
    public ValueTask<ExecutionResult> Cold() => Answer(_network.ExecutorWithoutCache);

    /// <summary>The server's endpoint with everything but the socket: a context made anew, JSON read, answered, written to a stream.</summary>
    [Benchmark]
    public Task Http() => _endpoint.PostAsync(_body);

    private ValueTask<ExecutionResult> Answer(RequestExecutor executor)
    {
        _output.ResetWrittenCount();
        return executor.ExecuteAsync(_request, _network.NewContext(), _output, CancellationToken.None);
    }
}
