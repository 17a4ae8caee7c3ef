using System.Text.Json;

namespace RegionalNetwork.Server.Tests.SampleData;

/// <summary>
/// Holds the statements against an independent transcription of the same reports (domain.md, part 2): scope,
/// qualifier, value and paragraph agree row by row, and only the rows that must not be on the platform are missing.
/// </summary>
public sealed class SampleFactTableTests
{
    /// <summary>Figures about children in named establishments and about allegations stay off the platform.</summary>
    private static readonly string[] LeftOut = ["P-A4", "P-A17-19", "P-A26", "P-A27", "P-A31", "P-B8", "P-B9", "P-B17"];

    [Fact]
    public void Statements_are_the_rows_of_the_fact_table_but_those_left_out()
    {
        var expected = FactTable().Where(row => !LeftOut.Contains(row[^1])).Select(RowKey).Order().ToArray();
        var actual = SampleFiles
            .Read("reports.json")
            .Statements()
            .Select(entry => StatementKey(entry.Report, entry.Statement))
            .Order()
            .ToArray();

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Every_row_left_out_is_in_the_fact_table()
    {
        var references = FactTable().Select(row => row[^1]).ToHashSet();

        Assert.All(LeftOut, reference => Assert.Contains(reference, references));
    }

    private static string[][] FactTable() =>
        File.ReadLines(SampleFiles.Shared("domain.md"))
            .SkipWhile(line => line != "council,scope,measure,period,q,value,unit,num,den,ref")
            .Skip(1)
            .TakeWhile(line => line != "```")
            .Select(line => line.Split(','))
            .ToArray();

    private static string RowKey(string[] row) => $"{row[^1]} {row[1]} {row[4]} {row[5]}";

    private static string StatementKey(string report, JsonElement statement)
    {
        var value = statement.Text("grade") ?? statement.GetProperty("value").GetRawText();
        return $"{Reference(report, statement.Text("reference")!)} {Scope(statement)} {Qualifier(statement)} {value}";
    }

    private static string Reference(string report, string paragraph)
    {
        var letter = report switch
        {
            "hampshire-panel-papers-2023-02" => "P-",
            _ => report[..1].ToUpperInvariant(),
        };
        return letter
            + paragraph
                .Replace("Family Help slides", "FHs", StringComparison.Ordinal)
                .Replace("Family Help report", "FH", StringComparison.Ordinal)
                .Replace("National review report", "A", StringComparison.Ordinal)
                .Replace("Minute", "min", StringComparison.Ordinal)
                .Replace("¶", "", StringComparison.Ordinal)
                .Replace("§", "", StringComparison.Ordinal)
                .Replace(" ", "", StringComparison.Ordinal);
    }

    private static string Scope(JsonElement statement) =>
        statement.Text("scope") switch
        {
            "childrens" => "CH",
            "adults" => "AD",
            _ => "BO",
        };

    private static string Qualifier(JsonElement statement) =>
        statement.Text("qualifier") switch
        {
            "exact" => "=",
            "over" => ">",
            "atLeast" => ">=",
            "about" => "~",
            "below" => "<",
            "atMost" => "<=",
            var other => other!,
        };
}
