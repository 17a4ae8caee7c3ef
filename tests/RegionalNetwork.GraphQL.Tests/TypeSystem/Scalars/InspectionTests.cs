using System.Text.Json;
using RegionalNetwork.GraphQL.TypeSystem.Scalars;

namespace RegionalNetwork.GraphQL.Tests.TypeSystem.Scalars;

public sealed class InspectionTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("-12.50", "-12.5")]
    [InlineData("1e-6", "0.000001")]
    [InlineData("1.5e-7", "1.5e-7")]
    [InlineData("12345678901234567890", "12345678901234567000")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("1e21", "1e+21")]
    [InlineData("-1.25e100", "-1.25e+100")]
    public void Numbers_are_shown_as_clients_write_them(string json, string shown) =>
        Assert.Equal(shown, Inspection.Of(JsonElement.Parse(json)));

    [Theory]
    [InlineData("[[[]]]", "[[[]]]")]
    [InlineData("[[[1]]]", "[[[Array]]]")]
    [InlineData("""{"a":{"b":{}}}""", "{ a: { b: {} } }")]
    [InlineData("""{"a":{"b":{"c":1}}}""", "{ a: { b: [Object] } }")]
    [InlineData("""{"a":[[1],{"c":1}]}""", "{ a: [[Array], [Object]] }")]
    public void Values_are_shown_two_levels_deep(string json, string shown) =>
        Assert.Equal(shown, Inspection.Of(JsonElement.Parse(json)));
}
