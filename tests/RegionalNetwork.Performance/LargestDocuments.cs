using System.Text.Json;
using BenchmarkDotNet.Attributes;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.Validation;
using RegionalNetwork.Performance.Reports;

namespace RegionalNetwork.Performance;

/// <summary>Parse and validate the largest documents of the conformance set beside the repository.</summary>
public class LargestDocuments
{
    private string _toParse = "";
    private DocumentNode _toValidate = null!;
    private Schema _schema = null!;

    [GlobalSetup]
    public void Read()
    {
        _toParse = Largest("parser-cases.jsonl", "source", IsDocument).GetProperty("source").GetString()!;
        var validation = Largest("validation-cases.jsonl", "query", _ => true);
        var query = validation.GetProperty("query").GetString()!;
        _toValidate = Parser.Parse(query);
        _schema = SchemaBuilder.Build(validation.GetProperty("schemaSDL").GetString()!);
        Console.WriteLine($"// parse: {_toParse.Length} characters; validate: {query.Length} characters");
    }

    [Benchmark]
    public object Parse() => Parser.Parse(_toParse);

    [Benchmark]
    public int Validate() => DocumentValidator.Validate(_toValidate, _schema, ValidationLimits.Request).Count;

    private static bool IsDocument(JsonElement one) =>
        one.GetProperty("entry").GetString() == "document" && one.GetProperty("valid").GetBoolean();

    private static JsonElement Largest(string file, string text, Func<JsonElement, bool> isWanted) =>
        File.ReadLines(Path.Combine(Repository.Root, "..", "shared", "conformance", file))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(isWanted)
            .MaxBy(one => one.GetProperty(text).GetString()!.Length);
}
