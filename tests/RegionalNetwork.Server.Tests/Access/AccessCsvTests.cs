using RegionalNetwork.Server.Access;
using static RegionalNetwork.Server.Tests.Access.Reads;

namespace RegionalNetwork.Server.Tests.Access;

public sealed class AccessCsvTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44", "'+44")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("#x", "'#x")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"it\"", "\"say \"\"it\"\"\"")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    public void Cell_is_never_a_formula_and_never_splits(string text, string cell) =>
        Assert.Equal(cell, AccessCsv.Cell(text));

    [Fact]
    public async Task Export_says_what_its_columns_mean()
    {
        await using var output = new StringWriter();
        await AccessCsv.WriteHeaderAsync(output);
        await AccessCsv.WriteAsync(output, new AccessEntry(7, Of(Hampshire, "priority")));

        var lines = output.ToString().Split("\r\n");

        var names = lines[9].Split(',');
        Assert.Equal(names, lines[..9].Select(line => line[2..line.IndexOf(':', StringComparison.Ordinal)]));
        Assert.Equal(
            "7,2026-03-01T12:00:00.000000Z,person-0123456789abcdef,,E10000014,priority,SharingAgreement,,request-1",
            lines[10]
        );
    }
}
