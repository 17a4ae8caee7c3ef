using System.Buffers;
using System.Text;
using System.Text.Json;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Tests.Conformance;

/// <summary>Executes the reference's cases, unvalidated as there, with resolvers that replay what is recorded.</summary>
public sealed class ExecutionConformanceTests
{
    private const string FileName = "execution-cases.jsonl";

    [Fact]
    public async Task Executor_gives_the_responses_of_the_reference()
    {
        var cases = ConformanceFiles.Read(FileName);
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in cases)
        {
            var replay = new ReplayedResolvers(item);
            var actual = await Execute(item, replay);
            var expected = ResponseText.Of(item.GetProperty("result"));
            if (expected != ResponseText.Of(JsonElement.Parse(actual)))
            {
                faults[item.GetProperty("id").GetString()!] = $"expected\n{expected}\nbut got\n{actual}";
            }
            else if (replay.ArgumentFaults().FirstOrDefault() is { } fault)
            {
                faults[item.GetProperty("id").GetString()!] = fault;
            }
        }

        ConformanceFiles.Judge(FileName, cases.Count, faults);
    }

    private static async Task<string> Execute(JsonElement item, ReplayedResolvers replay)
    {
        var sources = new[] { new Source(item.GetProperty("schemaSDL").GetString()!, "schema") };
        var schema = SchemaBuilder.Build(sources, ReplayedResolvers.Scalars(sources[0]));
        var bound = SchemaBinder.Bind(schema, replay.Map(schema));
        var document = new PreparedDocument(bound, Parser.Parse(item.GetProperty("query").GetString()!));
        var output = new ArrayBufferWriter<byte>();
        if (document.Find(item.GetProperty("operationName").GetString(), out var error) is not { } operation)
        {
            ErrorResponse.Write([error!], output);
            return Encoding.UTF8.GetString(output.WrittenSpan);
        }

        await new OperationRunner(new ExecutorOptions()).RunAsync(
            operation,
            new GraphQLRequest("", null, item.GetProperty("variables")),
            new object(),
            output,
            TestContext.Current.CancellationToken
        );
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
