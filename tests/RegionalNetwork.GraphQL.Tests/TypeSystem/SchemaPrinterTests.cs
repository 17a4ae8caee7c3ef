using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Tests.TypeSystem;

public sealed class SchemaPrinterTests
{
    private const string Text = """"
        directive @own(a: Int = 1) repeatable on OBJECT | FIELD_DEFINITION

        """The query root."""
        type Query implements Node {
          """The id."""
          id: ID!

          """Councils."""
          councils(
            """How many."""
            first: Int = 10

            """Where to go on."""
            after: String
          ): [Council!]! @deprecated(reason: "Use \"all\".")
          plain(a: Int, b: In = {x: 1}): Date @deprecated
        }

        interface Node {
          id: ID!
        }

        union Any = Query | Council

        type Council {
          name: String
        }

        enum Tier {
          """Counties."""
          COUNTY
          DISTRICT @deprecated
        }

        scalar Date @specifiedBy(url: "https://example.org")

        input In {
          x: Int = 1
          y: [Int!]
        }

        input One @oneOf {
          a: Int
          b: In
        }
        """";

    [Fact]
    public void Schema_is_printed_as_it_was_written() =>
        Assert.Equal(Text, SchemaPrinter.Print(SchemaBuilder.Build(Text)));

    [Theory]
    [InlineData("schema { query: Query } type Query { a: Int }", false)]
    [InlineData("\"Said.\" schema { query: Query } type Query { a: Int }", true)]
    [InlineData("schema { query: Root } type Root { a: Int }", true)]
    [InlineData("schema { query: Query } type Query { a: Int } type Mutation { b: Int }", true)]
    public void Schema_definition_is_printed_only_where_names_do_not_tell(string text, bool isPrinted) =>
        Assert.Equal(
            isPrinted,
            SchemaPrinter.Print(SchemaBuilder.Build(text)).Contains("schema {", StringComparison.Ordinal)
        );

    [Fact]
    public void Custom_directives_are_printed_on_request()
    {
        var schema = SchemaBuilder.Build(
            "directive @key(fields: String!) repeatable on OBJECT | FIELD_DEFINITION | SCHEMA "
                + "extend schema @key(fields: \"s\") type Query @key(fields: \"a\") { a: Int @key(fields: \"b\") @deprecated }"
        );

        var printed = SchemaPrinter.PrintWithCustomDirectives(schema);
        Assert.Contains("schema @key(fields: \"s\") {", printed, StringComparison.Ordinal);
        Assert.Contains("type Query @key(fields: \"a\") {\n", printed, StringComparison.Ordinal);
        Assert.Contains("  a: Int @deprecated @key(fields: \"b\")\n", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("type Query @key", SchemaPrinter.Print(schema), StringComparison.Ordinal);
        Assert.Equal(printed, SchemaPrinter.PrintWithCustomDirectives(SchemaBuilder.Build(printed)));
    }
}
