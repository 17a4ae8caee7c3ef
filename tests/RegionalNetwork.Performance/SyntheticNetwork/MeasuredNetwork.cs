using System.Buffers;
using System.Text;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.EventSourcing.Journal.InMemory;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Server.GraphQLHttp;
using RegionalNetwork.Server.GraphQLHttp.Documents;
using RegionalNetwork.Server.GraphQLHttp.Streaming;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Performance.SyntheticNetwork;

/// <summary>The server's network without its journal file, filled from a fixed seed, with executors for its schema.</summary>
internal sealed class MeasuredNetwork : IAsyncDisposable
{
    private const int Seed = 153;

    private MeasuredNetwork(NetworkHost host)
    {
        Host = host;
        Schema = NetworkSchema.Bind();
        Executor = new RequestExecutor(Schema, new ExecutorOptions());
        var nothingCached = new ExecutionLimits { MaxCachedDocuments = 0 };
        ExecutorWithoutCache = new RequestExecutor(Schema, new ExecutorOptions { Limits = nothingCached });
    }

    public NetworkHost Host { get; }

    public BoundSchema Schema { get; }

    public RequestExecutor Executor { get; }

    /// <summary>Parses, validates and compiles every document that it gets.</summary>
    public RequestExecutor ExecutorWithoutCache { get; }

    /// <summary>With everything public.</summary>
    public static Task<MeasuredNetwork> OpenAsync() => OpenAsync(Audience.Public);

    public static async Task<MeasuredNetwork> OpenAsync(Audience audience)
    {
        var host = await NetworkHost.StartAsync(new InMemoryJournal(), TimeProvider.System, CancellationToken.None);
        await new SyntheticCommands(Seed, host, audience).SendAsync();
        return new MeasuredNetwork(host);
    }

    /// <summary>What one request of an anonymous caller shares.</summary>
    public NetworkRequest NewContext() => NewContext(Caller.Anonymous);

    public NetworkRequest NewContext(Caller caller) => new(Host, caller);

    public RequestExecutor NewExecutor(ExecutorOptions options) => new(Schema, options);

    /// <summary>The server's endpoint as it is without options.</summary>
    public GraphQLEndpoint NewEndpoint(RequestExecutor executor)
    {
        var documents = new RequestDocuments(executor, trusted: null);
        var streams = new StreamingHost(executor, documents, Host, SubscriptionLimits.Default, CancellationToken.None);
        return new GraphQLEndpoint(executor, Host, documents, streams, batchOperationsMax: 0);
    }

    /// <summary>Speed of a wrong answer is worth nothing: the answer must have data, and no errors or nulls at the root.</summary>
    public async Task<string> CheckAnswerAsync(GraphQLRequest request)
    {
        var output = new ArrayBufferWriter<byte>();
        var result = await Executor.ExecuteAsync(request, NewContext(), output, CancellationToken.None);
        var answer = Encoding.UTF8.GetString(output.WrittenSpan);
        return result.ErrorCount == 0 && !answer.EndsWith(":null}}", StringComparison.Ordinal)
            ? answer
            : throw new InvalidOperationException($"The synthetic network does not answer this request: {answer}");
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
