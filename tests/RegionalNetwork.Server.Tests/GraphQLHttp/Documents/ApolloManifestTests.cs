using System.Text.Json;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.Server.GraphQLHttp;
using RegionalNetwork.Server.GraphQLHttp.Documents;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.GraphQLHttp.Documents;

public sealed class ApolloManifestTests
{
    private const string Header = "\"format\": \"apollo-persisted-query-manifest\", \"version\": 1";

    private static readonly Schema Schema = SchemaBuilder.Build("type Query { a: Int }");

    [Fact]
    public void A_document_is_found_by_its_id_and_by_the_hash_of_its_text()
    {
        var loaded = Load(
            $$"""{ {{Header}}, "operations": [{ "id": "x", "name": "A", "type": "query", "body": "query A { a }" }] }"""
        );

        Assert.Equal("query A { a }", loaded.Find("x"));
        Assert.Equal("query A { a }", loaded.Find(DocumentHash.Of("query A { a }")));
        Assert.Equal(2, loaded.NameCount);
        Assert.Null(loaded.Find("A"));
    }

    [Fact]
    public void The_order_of_properties_and_what_is_not_known_do_not_matter()
    {
        var loaded = Load(
            """
            { "operations": [{ "body": "{ a }", "clientName": { "deep": [1] }, "id": "x" }], "more": {}, "version": 1,
              "format": "apollo-persisted-query-manifest" }
            """
        );

        Assert.Equal("{ a }", loaded.Find("x"));
    }

    [Fact]
    public void A_manifest_of_names_and_documents_may_call_one_format()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.json", """{"format":"{ a }"}""");

        Assert.Equal("{ a }", TrustedDocuments.Load(folder.Info, Schema).Find("format"));
    }

    [Theory]
    [InlineData("""{ "format": "apollo-persisted-query-manifest", "operations": [] }""", "must have \"version\": 1.")]
    [InlineData(
        """{ "format": "apollo-persisted-query-manifest", "version": 2, "operations": [] }""",
        "must have \"version\": 1."
    )]
    [InlineData(
        """{ "format": "apollo-persisted-query-manifest", "version": "1", "operations": [] }""",
        "must have \"version\": 1."
    )]
    [InlineData("{ " + Header + " }", "must have a list \"operations\".")]
    [InlineData("{ " + Header + ", \"operations\": {} }", "must have a list \"operations\".")]
    [InlineData("{ " + Header + ", \"operations\": [\n7] }", ":2: must be an operation with an \"id\" and a \"body\"")]
    [InlineData(
        "{ " + Header + ",\n\"operations\": [\n{ \"id\": \"x\" }] }",
        ":3: must be an operation with an \"id\" and a \"body\""
    )]
    [InlineData(
        "{ " + Header + ", \"operations\": [{ \"id\": \"\", \"body\": \"{ a }\" }] }",
        ":1: must be an operation with an \"id\" and a \"body\""
    )]
    [InlineData(
        "{ " + Header + ", \"operations\": [{ \"id\": \"x\", \"body\": [\"{ a }\"] }] }",
        ":1: must be an operation with an \"id\" and a \"body\""
    )]
    [InlineData(
        "{ " + Header + ", \"operations\": [\n{ \"id\": \"x\", \"body\": \"{ b }\" }] }",
        ":2 (x) at 1:3 of the document: Cannot query field \"b\""
    )]
    [InlineData(
        "{ "
            + Header
            + ", \"operations\": [{ \"id\": \"x\", \"body\": \"{ a }\" }, { \"id\": \"x\", \"body\": \"{ c: a }\" }] }",
        "(x): another document has the name x already."
    )]
    [InlineData("{ " + Header + ", \"operations\": [{", "is not JSON from byte")]
    [InlineData("{ " + Header + ", \"operations\": [] }", "there is no document.")]
    public void Faults_are_named_with_their_place(string manifest, string expected) =>
        Assert.Contains(
            expected,
            Assert.Throws<InvalidDataException>(() => Load(manifest)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Names_are_limited()
    {
        // One document under many ids has one name more: its hash.
        static string Manifest(int count)
        {
            var operations = Enumerable.Range(1, count).Select(id => new { id = $"n{id}", body = "{ a }" });
            return "{" + Header + ", \"operations\": " + JsonSerializer.Serialize(operations) + "}";
        }

        Assert.Equal(HttpLimits.TrustedDocumentNames, Load(Manifest(HttpLimits.TrustedDocumentNames - 1)).NameCount);

        var fault = Assert.Throws<InvalidDataException>(() => Load(Manifest(HttpLimits.TrustedDocumentNames)));
        Assert.Contains($"{HttpLimits.TrustedDocumentNames} are allowed", fault.Message, StringComparison.Ordinal);
    }

    private static TrustedDocuments Load(string manifest)
    {
        using var folder = new TemporaryFolder();
        return TrustedDocuments.Load(new FileInfo(folder.Write("manifest.json", manifest)), Schema);
    }
}
