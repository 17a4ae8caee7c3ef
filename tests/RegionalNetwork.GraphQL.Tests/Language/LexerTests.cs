using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Tests.Language;

public sealed class LexerTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"a \\\" \\\\ \\/ \\b\\f\\n\\r\\t\"", "a \" \\ / \b\f\n\r\t")]
    [InlineData("\"\\u00e9 \\uD83D\\uDE00 \\u{1F600} \\u{61}\"", "é 😀 😀 a")]
    [InlineData("\"😀\"", "😀")]
    [InlineData("\"\"\"one\"\"\"", "one")]
    [InlineData("\"\"\"\n    one\n      two\n\n    three\n  \"\"\"", "one\n  two\n\nthree")]
    [InlineData("\"\"\"a\r\n  b\r  c\\\"\"\" \\n\"\"\"", "a\nb\nc\"\"\" \\n")]
    public void String_has_the_value_that_it_stands_for(string text, string value) =>
        Assert.Equal(value, Assert.IsType<StringValueNode>(Value(text)).Value);

    [Theory]
    [InlineData("\"a", "Unterminated string.", 3)]
    [InlineData("\"a\nb\"", "Unterminated string.", 3)]
    [InlineData("\"\"\"a\"\"", "Unterminated string.", 7)]
    [InlineData("\"\\q\"", "Invalid character escape sequence: \"\\q\".", 2)]
    [InlineData("\"\\u12\"", "Invalid Unicode escape sequence: \"\\u12\"\".", 2)]
    [InlineData("\"\\u{110000}\"", "Invalid Unicode escape sequence: \"\\u{110000}\".", 2)]
    [InlineData("\"\\uDE00\\uD83D\"", "Invalid Unicode escape sequence: \"\\uDE00\".", 2)]
    [InlineData("01", "Invalid number, unexpected digit after 0: \"1\".", 2)]
    [InlineData("1.", "Invalid number, expected digit but got: <EOF>.", 3)]
    [InlineData("1.a", "Invalid number, expected digit but got: \"a\".", 3)]
    [InlineData("1e", "Invalid number, expected digit but got: <EOF>.", 3)]
    [InlineData("1_0", "Invalid number, expected digit but got: \"_\".", 2)]
    [InlineData("-", "Invalid number, expected digit but got: <EOF>.", 2)]
    [InlineData("..", "Unexpected character: \".\".", 1)]
    [InlineData("'a'", "Unexpected single quote character ('), did you mean to use a double quote (\")?", 1)]
    [InlineData("é", "Unexpected character: U+00E9.", 1)]
    [InlineData("\u0007", "Unexpected character: U+0007.", 1)]
    public void Text_that_is_no_token_is_refused_where_it_goes_wrong(string text, string message, int column)
    {
        var error = Assert.Throws<SyntaxError>(() => Value(text));

        Assert.Equal("Syntax Error: " + message, error.Message);
        Assert.Equal(column, error.Offset + 1 - text.LastIndexOf('\n', Math.Max(error.Offset - 1, 0)) - 1);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused_everywhere()
    {
        Assert.Equal("Syntax Error: Invalid character within String: U+D83D.", Fault("\"\uD83D\""));
        Assert.Equal("Syntax Error: Invalid character within String: U+DE00.", Fault("\"\"\"\uDE00\"\"\""));
        Assert.Equal("Syntax Error: Invalid character: U+D83D.", Fault("# \uD83D"));
        Assert.Equal("Syntax Error: Invalid character: U+DE00.", Fault("\uDE00"));
    }

    [Fact]
    public void Byte_order_mark_commas_and_comments_are_skipped() =>
        Assert.Equal("[1, 2]", Printer.Print(Value("\uFEFF,[1 # one\n,,2]")));

    [Fact]
    public void Reading_tokens_allocates_nothing()
    {
        var source = new Source(
            "query Q($a: [Int!] = [1, 2.5e3]) { b: c(d: \"text\", e: $a) { ...f } } # end",
            "request"
        );
        Count(source);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var tokens = Count(source);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(35, tokens);
        Assert.Equal(0, allocated);
    }

    private static int Count(Source source)
    {
        var lexer = new Lexer(source);
        var tokens = 0;
        while (lexer.Next().Kind != TokenKind.EndOfFile)
        {
            tokens++;
        }

        return tokens;
    }

    private static string Fault(string text) => Assert.Throws<SyntaxError>(() => Value(text)).Message;

    private static ValueNode Value(string text) => Parser.ParseValue(new Source(text, "value"), ParserLimits.Request);
}
