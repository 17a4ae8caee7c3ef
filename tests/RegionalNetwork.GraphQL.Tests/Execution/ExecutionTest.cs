using System.Buffers;
using System.Text;
using System.Text.Json;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Tests.Execution;

/// <summary>Runs a document against a schema and gives the response as text.</summary>
internal sealed class ExecutionTest
{
    public ExecutionTest(string sdl, ResolverMap map)
        : this(sdl, map, new ExecutorOptions()) { }

    public ExecutionTest(string sdl, ResolverMap map, ExecutorOptions options)
    {
        var schema = SchemaBuilder.Build([new Source(sdl, "test.graphql")], map.Scalars);
        Executor = new RequestExecutor(SchemaBinder.Bind(schema, map), options);
    }

    private ExecutionTest(RequestExecutor executor)
    {
        Executor = executor;
    }

    public RequestExecutor Executor { get; }

    public object Context { get; init; } = new();

    /// <summary>For documents that validation would refuse.</summary>
    public static ExecutionTest Unvalidated(string sdl, ResolverMap map) =>
        Unvalidated(sdl, map, new ExecutionLimits());

    /// <inheritdoc cref="Unvalidated(string, ResolverMap)"/>
    public static ExecutionTest Unvalidated(string sdl, ResolverMap map, ExecutionLimits limits)
    {
        var bound = SchemaBinder.Bind(SchemaBuilder.Build(sdl), map);
        return new ExecutionTest(new RequestExecutor(bound, new ExecutorOptions { Limits = limits }, static _ => []));
    }

    public Task<string> Run(string query) => Run(query, null);

    public async Task<string> Run(string query, string? variables)
    {
        var (response, _) = await Execute(query, variables);
        return response;
    }

    public Task<(string Response, ExecutionResult Result)> Execute(string query, string? variables)
    {
        JsonElement? json = variables is null ? null : JsonElement.Parse(variables);
        return Execute(new GraphQLRequest(query, null, json));
    }

    public async Task<(string Response, ExecutionResult Result)> Execute(GraphQLRequest request)
    {
        var output = new ArrayBufferWriter<byte>();
        var result = await Executor.ExecuteAsync(request, Context, output, TestContext.Current.CancellationToken);
        return (Encoding.UTF8.GetString(output.WrittenSpan), result);
    }
}
