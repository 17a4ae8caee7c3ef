using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Tests.Language;

public sealed class ParserLimitsTests
{
    [Fact]
    public void Document_of_as_many_characters_as_allowed_is_read_and_one_more_refused()
    {
        Assert.Single(Parser.Parse("{a}".PadRight(Limits.MaxDocumentCharacters)).Definitions);

        var error = Refused("{a}".PadRight(Limits.MaxDocumentCharacters + 1));
        Assert.Equal(
            "Syntax Error: Document contains more than 131072 characters. Send a shorter document.",
            error.Message
        );
    }

    [Fact]
    public void Document_of_as_many_tokens_as_allowed_is_read_and_one_more_refused()
    {
        Assert.Single(Parser.Parse(FieldsOf(Limits.MaxDocumentTokens)).Definitions);

        var error = Refused(FieldsOf(Limits.MaxDocumentTokens + 1));
        Assert.Equal("Syntax Error: Document contains more than 20000 tokens. Parsing aborted.", error.Message);
    }

    [Fact]
    public void Comments_are_not_tokens()
    {
        var limits = ParserLimits.Request with { MaxTokens = 3 };

        Assert.Single(Parser.Parse(new Source("#1\n{#2\na#3\n}#4", "request"), limits).Definitions);
        Assert.Throws<SyntaxError>(() => Parser.Parse(new Source("{ a b }", "request"), limits));
    }

    [Theory]
    [InlineData("{a", "}")]
    [InlineData("{...{", "}}")]
    public void Selection_sets_nest_as_deep_as_allowed_and_no_deeper(string open, string close)
    {
        var perRound = open.Count(character => character == '{');
        var rounds = Limits.MaxDocumentNestingLevels / perRound;
        var inner = open == "{a" ? "" : "{a}";
        var start = open == "{a" ? open : "{a";
        var end = open == "{a" ? close : "}";

        Assert.Throws<SyntaxError>(() => Parser.Parse(Nested(open, inner, close, rounds + 1)));
        Assert.Single(Parser.Parse(Nested(start, "", end, Limits.MaxDocumentNestingLevels)).Definitions);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a:", "}")]
    public void Values_nest_as_deep_as_allowed_and_no_deeper(string open, string close)
    {
        Parser.ParseValue(Value(Limits.MaxDocumentNestingLevels), ParserLimits.Request);

        var error = Assert.Throws<SyntaxError>(() =>
            Parser.ParseValue(Value(Limits.MaxDocumentNestingLevels + 1), ParserLimits.Request)
        );
        Assert.Equal("Syntax Error: Document nests more than 200 levels deep. Parsing aborted.", error.Message);

        Source Value(int levels) => new(Nested(open, "1", close, levels), "value");
    }

    [Fact]
    public void List_types_nest_as_deep_as_allowed_and_no_deeper()
    {
        Parser.ParseType(Type(Limits.MaxDocumentNestingLevels), ParserLimits.Request);
        Assert.Throws<SyntaxError>(() =>
            Parser.ParseType(Type(Limits.MaxDocumentNestingLevels + 1), ParserLimits.Request)
        );

        static Source Type(int levels) => new(Nested("[", "A", "]", levels), "type");
    }

    [Fact]
    public void Levels_that_are_closed_do_not_count()
    {
        var siblings = string.Concat(Enumerable.Repeat("a(b: [1]) { c } ", 2 * Limits.MaxDocumentNestingLevels));

        Assert.Single(Parser.Parse($"{{ {siblings} }}").Definitions);
    }

    [Fact]
    public void Deepest_document_can_be_printed_and_parsed_again_on_a_small_stack()
    {
        string? printed = null;
        Exception? fault = null;
        var thread = new Thread(
            () =>
                fault = Record.Exception(() =>
                    printed = Printer.Print(Parser.Parse(Nested("{a", "", "}", Limits.MaxDocumentNestingLevels)))
                ),
            maxStackSize: 256 * 1024
        );
        thread.Start();
        thread.Join();

        Assert.Null(fault);
        Assert.NotNull(printed);
        Assert.IsType<OperationDefinitionNode>(Parser.Parse(printed).Definitions[0]);
    }

    private static SyntaxError Refused(string text) => Assert.Throws<SyntaxError>(() => Parser.Parse(text));

    private static string FieldsOf(int tokens) => $"{{{string.Concat(Enumerable.Repeat(" a", tokens - 2))}}}";

    private static string Nested(string open, string inner, string close, int levels) =>
        string.Concat(Enumerable.Repeat(open, levels)) + inner + string.Concat(Enumerable.Repeat(close, levels));
}
