using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Execution.Subscriptions;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;
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
        if (prepared.Kind == OperationKind.Subscription)
        {
            return Text(await Responses(prepared, cancellationToken), _resolvers.ArgumentsSeen);
        }

        var output = new ArrayBufferWriter<byte>();
        await _executor.ExecuteAsync(prepared, new object(), output, cancellationToken);
        return Text([Json(output)], _resolvers.ArgumentsSeen);
    }

    public static string Expected(JsonElement answer)
    {
        switch (answer.GetProperty("stage").GetString())
        {
            case "events":
                return Text(answer.GetProperty("results").EnumerateArray(), ArgumentsOf(answer));
            case "execution":
                return Text([answer.GetProperty("result")], ArgumentsOf(answer));
            default:
                return Text([answer], []);
        }
    }

    private static Dictionary<string, string> ArgumentsOf(JsonElement answer) =>
        answer
            .GetProperty("arguments")
            .EnumerateObject()
            .ToDictionary(one => one.Name, one => ArgumentText.Of(one.Value), StringComparer.Ordinal);

    /// <summary>One for each event, or the one that says why there are none.</summary>
    private async Task<List<JsonElement>> Responses(PreparedRequest prepared, CancellationToken cancellationToken)
    {
        var start = await _executor.SubscribeAsync(prepared, static () => new object(), cancellationToken);
        if (start.Stream is not { } stream)
        {
            var refusal = new ArrayBufferWriter<byte>();
            ErrorResponse.Write(start.Errors, refusal);
            return [Json(refusal)];
        }

        await using (stream)
        {
            var responses = new List<JsonElement>();
            var output = new ArrayBufferWriter<byte>();
            while (await stream.NextAsync(output) == StreamStep.Event)
            {
                responses.Add(Json(output));
                output = new ArrayBufferWriter<byte>();
            }

            return responses;
        }
    }

    private static JsonElement Json(ArrayBufferWriter<byte> output) => JsonElement.Parse(output.WrittenSpan);

    private static string Text(IEnumerable<JsonElement> responses, Dictionary<string, string> arguments)
    {
        var seen = arguments.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}({one.Value})");
        var text = Conflicts().Replace(string.Join('\n', responses.Select(ResponseText.Of)), "Fields conflict\n");
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
