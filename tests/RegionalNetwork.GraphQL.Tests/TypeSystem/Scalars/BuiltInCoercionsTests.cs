using System.Buffers;
using System.Text;
using System.Text.Json;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Tests.TypeSystem.Scalars;

public sealed class BuiltInCoercionsTests
{
    private static readonly Schema Schema = SchemaBuilder.Build(
        "scalar Any type Query { i: Int f: Float s: String b: Boolean id: ID a: Any }"
    );

    [Theory]
    [InlineData("Int", "2147483647", 2147483647)]
    [InlineData("Float", "1", 1.0)]
    [InlineData("Float", "-1.5e3", -1500.0)]
    [InlineData("String", "\"é\"", "é")]
    [InlineData("Boolean", "true", true)]
    [InlineData("ID", "12345678901234567890", "12345678901234567890")]
    [InlineData("ID", "\"a\"", "a")]
    [InlineData("Any", "X", "X")]
    public void Literal_comes_in_as_the_scalar_s_own_kind(string scalar, string text, object value) =>
        Assert.Equal(value, Coercion(scalar).CoerceLiteral(Literal(text)));

    [Theory]
    [InlineData("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Int", "1.0", "Int cannot represent non-integer value: 1.0")]
    [InlineData("Float", "\"1\"", "Float cannot represent non numeric value: \"1\"")]
    [InlineData("Float", "1e999", "Float cannot represent non numeric value: 1e999")]
    [InlineData("String", "1", "String cannot represent a non string value: 1")]
    [InlineData("Boolean", "1", "Boolean cannot represent a non boolean value: 1")]
    [InlineData("ID", "1.5", "ID cannot represent a non-string and non-integer value: 1.5")]
    public void Literal_of_another_kind_is_refused(string scalar, string text, string message) =>
        Assert.Equal(
            message,
            Assert.Throws<CoercionException>(() => Coercion(scalar).CoerceLiteral(Literal(text))).Message
        );

    [Theory]
    [InlineData("Int", "1.0", 1)]
    [InlineData("Int", "-1e3", -1000)]
    [InlineData("Float", "3", 3.0)]
    [InlineData("ID", "7", "7")]
    [InlineData("Any", "7", 7L)]
    public void Variable_comes_in_as_the_scalar_s_own_kind(string scalar, string json, object value) =>
        Assert.Equal(value, Coercion(scalar).CoerceVariable(Json(json)));

    [Theory]
    [InlineData("Int", "1.5", "Int cannot represent non-integer value: 1.5")]
    [InlineData("Int", "1e10", "Int cannot represent non 32-bit signed integer value: 10000000000")]
    [InlineData("Int", "\"1\"", "Int cannot represent non-integer value: \"1\"")]
    [InlineData("Float", "1e999", "Float cannot represent non numeric value: Infinity")]
    [InlineData("String", "{\"a\": [1, null]}", "String cannot represent a non string value: { a: [1, null] }")]
    [InlineData("String", "\"\\ud800\"", "String cannot represent text with half of a surrogate pair.")]
    [InlineData("Boolean", "[]", "Boolean cannot represent a non boolean value: []")]
    [InlineData("ID", "1.5", "ID cannot represent value: 1.5")]
    public void Variable_of_another_kind_is_refused(string scalar, string json, string message) =>
        Assert.Equal(
            message,
            Assert.Throws<CoercionException>(() => Coercion(scalar).CoerceVariable(Json(json))).Message
        );

    public static TheoryData<string, object, string> Results() =>
        new()
        {
            { "Int", 5, "5" },
            { "Int", 5.0, "5" },
            { "Int", "5", "5" },
            { "Int", true, "1" },
            { "Float", 0.1, "0.1" },
            { "Float", 2m, "2" },
            { "String", "a\"\\\n\u0001é😀", "\"a\\\"\\\\\\n\\u0001é😀\"" },
            { "String", "half \uD83D", "\"half \uFFFD\"" },
            { "String", 1.5, "\"1.5\"" },
            { "Boolean", false, "false" },
            { "Boolean", 2, "true" },
            { "ID", 12L, "\"12\"" },
            { "ID", "x", "\"x\"" },
            {
                "Any",
                new List<object?> { 1, null, "x" },
                "[1,null,\"x\"]"
            },
        };

    [Theory]
    [MemberData(nameof(Results))]
    public void Result_goes_out_as_JSON(string scalar, object value, string json)
    {
        var output = new ArrayBufferWriter<byte>();
        Coercion(scalar).WriteResult(value, output);

        Assert.Equal(json, Encoding.UTF8.GetString(output.WrittenSpan));
    }

    public static TheoryData<string, object, string> RefusedResults() =>
        new()
        {
            { "Int", 1.5, "Int cannot represent non-integer value: 1.5" },
            { "Int", 3_000_000_000, "Int cannot represent non 32-bit signed integer value: 3000000000" },
            { "Int", "", "Int cannot represent non-integer value: \"\"" },
            { "Float", double.NaN, "Float cannot represent non numeric value: NaN" },
            {
                "String",
                new List<int> { 1 },
                "String cannot represent value: [1]"
            },
            { "Boolean", "true", "Boolean cannot represent a non boolean value: \"true\"" },
            { "ID", 1.5, "ID cannot represent value: 1.5" },
        };

    [Theory]
    [MemberData(nameof(RefusedResults))]
    public void Result_that_would_lose_something_is_refused_before_anything_is_written(
        string scalar,
        object value,
        string message
    )
    {
        var output = new ArrayBufferWriter<byte>();
        var error = Assert.Throws<CoercionException>(() => Coercion(scalar).WriteResult(value, output));

        Assert.Equal(message, error.Message);
        Assert.Equal(0, output.WrittenCount);
    }

    [Fact]
    public void Long_text_is_written_whole()
    {
        var text = string.Concat(Enumerable.Repeat("x😀", 5000));
        var output = new ArrayBufferWriter<byte>();
        Coercion("String").WriteResult(text, output);

        Assert.Equal($"\"{text}\"", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private static IScalarCoercion Coercion(string scalar) => ((ScalarType)Schema.Types[scalar]).Coercion;

    private static RegionalNetwork.GraphQL.Language.Ast.ValueNode Literal(string text) =>
        Parser.ParseConstValue(new Source(text, "value"), ParserLimits.Request);

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
