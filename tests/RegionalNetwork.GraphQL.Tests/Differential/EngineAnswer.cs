using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Tests.Conformance;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Tests.Differential;

/// <summary>A schema of a case, bound to resolvers that answer by path, and the requests to it.</summary>
internal sealed partial class EngineAnswer
{
    private readonly PathResolvers _resolvers;
    private readonly RequestExecutor _executor;

    public EngineAnswer(string sdl, bool isAsync)
    {
        Source[] sources = [new Source(sdl, "schema")];
        var schema = SchemaBuilder.Build(sources, ReplayedResolvers.Scalars(sources[0]));
        _resolvers = new PathResolvers(schema, isAsync);
        // The reference answers requests at any cost.
        var limits = new ExecutionLimits { MaxCostUnits = double.PositiveInfinity };
        _executor = new RequestExecutor(
            SchemaBinder.Bind(schema, _resolvers.Map()),
            new ExecutorOptions { Limits = limits }
        );
    }

    /// <summary>What is to be compared, as text; <see cref="Expected"/> gives the reference's in the same form.</summary>
    public async Task<string> To(JsonElement request, CancellationToken cancellationToken)
    {
        _resolvers.ArgumentsSeen.Clear();
        var prepared = _executor.Prepare(
            new GraphQLRequest(
                ConformanceFiles.Text(request.GetProperty("document")),
                request.GetProperty("operationName").GetString(),
                request.GetProperty("variables")
            )
        );
        if (IsValidSubscription(request, prepared))
        {
            return "valid";
        }

        var output = new ArrayBufferWriter<byte>();
        await _executor.ExecuteAsync(prepared, new object(), output, cancellationToken);
        using var response = JsonDocument.Parse(output.WrittenMemory);
        return Text(response.RootElement, _resolvers.ArgumentsSeen);
    }

    public static string Expected(JsonElement answer)
    {
        switch (answer.GetProperty("stage").GetString())
        {
            case "valid":
                return "valid";
            case "execution":
                var seen = answer
                    .GetProperty("arguments")
                    .EnumerateObject()
                    .ToDictionary(one => one.Name, one => ArgumentText.Of(one.Value), StringComparer.Ordinal);
                return Text(answer.GetProperty("result"), seen);
            default:
                return Text(answer, []);
        }
    }

    /// <summary>The reference does not execute a document that subscribes; what this engine says of it is validity alone.</summary>
    private static bool IsValidSubscription(JsonElement request, PreparedRequest prepared) =>
        request.GetProperty("answer").GetProperty("stage").GetString() == "valid"
        && (prepared.Errors.Count == 0 || prepared.Errors[0].Locations.Count == 0);

    private static string Text(JsonElement response, Dictionary<string, string> arguments)
    {
        var seen = arguments.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}({one.Value})");
        var text = Conflicts().Replace(ResponseText.Of(response), "Fields conflict\n");
        return $"{SuggestedTypes().Replace(text, "inline fragment?")}\narguments {string.Join(' ', seen)}";
    }

    /// <summary>
    /// One conflict can be seen from several selection sets, and each engine says it from those that it visits: all of them
    /// count as one.
    /// </summary>
    [GeneratedRegex("(?<=\n)(?:Fields .* conflict because .*(?:\n|$))+", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Conflicts();

    /// <summary>The reference sorts them by a comparison that is no order, so theirs depends on how the sort goes about it.</summary>
    [GeneratedRegex("inline fragment on [^?]*\\?", RegexOptions.None, 5_000)]
    private static partial Regex SuggestedTypes();
}
