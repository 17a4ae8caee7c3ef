using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Tests.Language;

public sealed class ParserTests
{
    [Fact]
    public void Descriptions_stand_on_operations_fragments_and_variables()
    {
        var document = Parser.Parse("\"Q.\" query A(\"V.\" $v: Int = 1 @d) { a } \"\"\"F.\"\"\" fragment F on T { a }");

        var operation = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]);
        Assert.Equal("Q.", operation.Description?.Value);
        Assert.Equal("V.", operation.VariableDefinitions[0].Description?.Value);
        Assert.Equal("F.", Assert.IsType<FragmentDefinitionNode>(document.Definitions[1]).Description?.Value);
    }

    [Theory]
    [InlineData("\"No.\" { a }", "Unexpected description, descriptions are not supported on shorthand queries.", 1)]
    [InlineData(
        "\"No.\" extend type T { a: B }",
        "Unexpected description, only GraphQL definitions support descriptions.",
        1
    )]
    [InlineData("\"No.\" 1", "Unexpected Int \"1\".", 7)]
    [InlineData("", "Unexpected <EOF>.", 1)]
    [InlineData("{ a(b: ) }", "Unexpected \")\".", 8)]
    [InlineData("query ($v: Int = $w) { a }", "Unexpected variable \"$w\" in constant value.", 18)]
    [InlineData("fragment on on T { a }", "Unexpected Name \"on\".", 10)]
    [InlineData("{ a { } }", "Expected Name, found \"}\".", 7)]
    [InlineData("query () { a }", "Expected \"$\", found \")\".", 8)]
    [InlineData("enum E { true }", "Name \"true\" is reserved and cannot be used for an enum value.", 10)]
    [InlineData("extend type T", "Unexpected <EOF>.", 14)]
    [InlineData("directive @d on NOWHERE", "Unexpected Name \"NOWHERE\".", 17)]
    public void Syntax_error_says_what_was_expected_and_where(string text, string message, int column)
    {
        var error = Assert.Throws<SyntaxError>(() => Parser.Parse(text));

        Assert.Equal("Syntax Error: " + message, error.Message);
        Assert.Equal(new SourceLocation(1, column), error.Location);
    }

    [Fact]
    public void Spans_reach_from_the_first_to_the_last_token()
    {
        var field = (FieldNode)
            ((OperationDefinitionNode)Parser.Parse("{ \n a: b(c: 1) @d # end\n }").Definitions[0])
                .SelectionSet
                .Selections[0];

        Assert.Equal("a: b(c: 1) @d", Text(field));
        Assert.Equal(new SourceLocation(2, 2), field.Span.Location);
        Assert.Equal("c: 1", Text(field.Arguments[0]));
        Assert.Equal("a", field.ResponseName);
    }

    [Fact]
    public void Names_that_are_keywords_elsewhere_are_names()
    {
        var document = Parser.Parse("{ query mutation: fragment ...fragment ...on on { true(null: false) } }");

        Assert.Equal(
            "{\n  query\n  mutation: fragment\n  ...fragment\n  ... on on {\n    true(null: false)\n  }\n}",
            Printer.Print(document)
        );
    }

    [Fact]
    public void Schema_extension_may_end_before_a_definition()
    {
        var document = Parser.Parse("extend schema @link type T { a: Int }");

        Assert.True(Assert.IsType<SchemaNode>(document.Definitions[0]).IsExtension);
        Assert.IsType<ObjectTypeNode>(document.Definitions[1]);
    }

    [Fact]
    public void Parts_can_be_parsed_alone()
    {
        Assert.Equal("[A!]!", Printer.Print(Parser.ParseType(Named("[A!]!"), ParserLimits.Request)));
        Assert.Equal("{a: $b}", Printer.Print(Parser.ParseValue(Named("{a: $b}"), ParserLimits.Request)));
        Assert.Equal("[1, X]", Printer.Print(Parser.ParseConstValue(Named("[1 X]"), ParserLimits.Request)));
        Assert.Throws<SyntaxError>(() => Parser.ParseConstValue(Named("$b"), ParserLimits.Request));
        Assert.Throws<SyntaxError>(() => Parser.ParseType(Named("A B"), ParserLimits.Request));
    }

    private static Source Named(string text) => new(text, "part");

    private static string Text(Node node) => node.Span.Source.Body[node.Span.Start..node.Span.End];
}
