using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Tests.Language;

public sealed class PrinterTests
{
    [Theory]
    [InlineData("query Q($a:Int=1@d,$b:[B!]!)@e{a}", "query Q($a: Int = 1 @d, $b: [B!]!) @e {\n  a\n}")]
    [InlineData("subscription{a}", "subscription {\n  a\n}")]
    [InlineData("{...F@a ...@b{c}...on T{d}}", "{\n  ...F @a\n  ... @b {\n    c\n  }\n  ... on T {\n    d\n  }\n}")]
    [InlineData("fragment F on T@a{b}", "fragment F on T @a {\n  b\n}")]
    [InlineData("\"Why.\" query{a}", "\"Why.\"\nquery {\n  a\n}")]
    [InlineData("{a(b:\"\"\"x\"\"\")}", "{\n  a(b: \"\"\"x\"\"\")\n}")]
    [InlineData("type A implements&B&C@d{e(f:G=1):H!}", "type A implements B & C @d {\n  e(f: G = 1): H!\n}")]
    [InlineData("union A=|B|C", "union A = B | C")]
    [InlineData("extend enum A{B@c}", "extend enum A {\n  B @c\n}")]
    [InlineData("directive@a(b:C)repeatable on|FIELD|QUERY", "directive @a(b: C) repeatable on FIELD | QUERY")]
    [InlineData("\"S\"schema{query:Q}", "\"S\"\nschema {\n  query: Q\n}")]
    [InlineData("input A{\"d\"b:C={d:[1]}}", "input A {\n  \"d\"\n  b: C = {d: [1]}\n}")]
    [InlineData("type A{b(\"d\"c:D):E}", "type A {\n  b(\n    \"d\"\n    c: D\n  ): E\n}")]
    public void Document_is_laid_out_one_way(string text, string printed)
    {
        Assert.Equal(printed, Printer.Print(Parser.Parse(text)));
        Assert.Equal(printed, Printer.Print(Parser.Parse(printed)));
    }

    [Theory]
    [InlineData(80, "{\n  a(b: \"")]
    [InlineData(81, "{\n  a(\n    b: \"")]
    public void Arguments_that_do_not_fit_in_eighty_characters_get_a_line_each(int length, string start)
    {
        var text = new string('x', length - "a(b: \"\")".Length);

        Assert.StartsWith(start, Printer.Print(Parser.Parse($"{{ a(b: \"{text}\") }}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData(" indented")]
    [InlineData("ends in a quote\"")]
    [InlineData("ends in a backslash\\")]
    [InlineData("has \"\"\" inside")]
    [InlineData("ends in three \"\"\"")]
    [InlineData("first\n  second\n third")]
    [InlineData("first\n\n  second")]
    public void Block_string_keeps_its_value(string value)
    {
        var printed = Printer.PrintBlockString(value);

        Assert.True(Printer.CanBeBlockString(value));
        Assert.Equal(value, ((StringValueNode)Parse(printed)).Value);
    }

    [Theory]
    [InlineData("\nfirst line empty")]
    [InlineData("last line empty\n")]
    [InlineData("  all\n  indented")]
    [InlineData("a\rb")]
    [InlineData("bell \u0007")]
    public void Value_that_a_block_string_would_change_is_told(string value) =>
        Assert.False(Printer.CanBeBlockString(value));

    [Fact]
    public void Quoted_string_escapes_what_a_reader_could_not_see() =>
        Assert.Equal(
            "\"\\u0000\\b\\t\\n\\f\\r\\\"\\\\\\u007F\\u009F é😀\"",
            Printer.PrintString("\0\b\t\n\f\r\"\\\u007F\u009F é😀")
        );

    private static ValueNode Parse(string text) =>
        Parser.ParseConstValue(new Source(text, "value"), ParserLimits.Request);
}
