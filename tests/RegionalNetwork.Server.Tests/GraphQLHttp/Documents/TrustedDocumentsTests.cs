using System.Text.Json;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.Server.GraphQLHttp;
using RegionalNetwork.Server.GraphQLHttp.Documents;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.GraphQLHttp.Documents;

public sealed class TrustedDocumentsTests
{
    private static readonly Schema Schema = SchemaBuilder.Build("type Query { a: Int }");

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_document()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.graphql", "\uFEFF{ a }");

        Assert.Equal("{ a }", TrustedDocuments.Load(folder.Info, Schema).Find(DocumentHash.Of("{ a }")));
    }

    [Fact]
    public void The_same_document_under_two_names_is_no_fault()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.json", """{"one":"{ a }","two":"{ a }"}""");
        folder.Write("b.graphql", "{ a }");

        Assert.Equal(3, TrustedDocuments.Load(folder.Info, Schema).NameCount);
    }

    [Fact]
    public void Names_are_limited()
    {
        using var folder = new TemporaryFolder();
        // One document under many names has one name more: its hash.
        var manifest = Enumerable
            .Range(1, HttpLimits.TrustedDocumentNames - 1)
            .ToDictionary(number => $"n{number}", _ => "{ a }");
        var file = new FileInfo(folder.Write("a.json", JsonSerializer.Serialize(manifest)));
        Assert.Equal(HttpLimits.TrustedDocumentNames, TrustedDocuments.Load(file, Schema).NameCount);

        manifest.Add("more", "{ a }");
        folder.Write("a.json", JsonSerializer.Serialize(manifest));
        var fault = Assert.Throws<InvalidDataException>(() => TrustedDocuments.Load(file, Schema));
        Assert.Contains($"{HttpLimits.TrustedDocumentNames} are allowed", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_of_a_file_are_limited()
    {
        using var folder = new TemporaryFolder();
        var manifest = """{"a":"{ a }"}""";
        var file = new FileInfo(folder.Write("a.json", manifest.PadRight(HttpLimits.TrustedDocumentFileBytes)));
        Assert.Equal(2, TrustedDocuments.Load(file, Schema).NameCount);

        folder.Write("a.json", manifest.PadRight(HttpLimits.TrustedDocumentFileBytes + 1));
        file.Refresh();
        var fault = Assert.Throws<InvalidDataException>(() => TrustedDocuments.Load(file, Schema));
        Assert.Contains("is larger than", fault.Message, StringComparison.Ordinal);
    }
}
