using System.Text.Json;

namespace RegionalNetwork.Server.Tests.SampleData;

public sealed class SampleStatementTests
{
    private static readonly string[] Qualifiers = ["exact", "over", "atLeast", "about", "below", "atMost", "all"];

    private static readonly string[] Units = ["%", "% change", "count", "posts", "fte", "days", "years", "£", "grade"];

    private static readonly JsonElement Reports = SampleFiles.Read("reports.json");

    [Fact]
    public void A_statement_has_an_area_a_measure_a_period_and_a_reference() =>
        Assert.All(
            Reports.Statements(),
            entry =>
                Assert.All(
                    new[] { "area", "measure", "period", "reference" },
                    member => Assert.NotEmpty(entry.Statement.Text(member)!)
                )
        );

    [Fact]
    public void Qualifiers_units_and_precisions_are_known() =>
        Assert.All(
            Reports.Statements(),
            entry =>
            {
                Assert.Contains(entry.Statement.Text("qualifier"), Qualifiers);
                Assert.Contains(entry.Statement.Text("unit"), Units);
                Assert.Contains(entry.Statement.Text("periodPrecision"), new[] { "day", "month", "year", "unstated" });
            }
        );

    [Fact]
    public void A_statement_has_a_number_or_in_a_judgement_a_grade_and_never_both() =>
        Assert.All(
            Reports.Statements(),
            entry =>
            {
                var isGrade = entry.Statement.Text("unit") == "grade";
                Assert.Equal(isGrade, entry.Statement.TryGetProperty("grade", out _));
                Assert.Equal(!isGrade, entry.Statement.TryGetProperty("value", out _));
            }
        );

    [Fact]
    public void A_percentage_is_between_nought_and_a_hundred() =>
        Assert.All(
            Reports.Statements().Where(entry => entry.Statement.Text("unit") == "%"),
            entry => Assert.InRange(entry.Statement.GetProperty("value").GetDecimal(), 0m, 100m)
        );

    [Fact]
    public void A_denominator_comes_with_its_qualifier_and_is_no_smaller_than_the_numerator()
    {
        var fractions = Reports
            .Statements()
            .Select(entry => entry.Statement)
            .Where(statement => statement.TryGetProperty("denominator", out _))
            .ToArray();

        Assert.NotEmpty(fractions);
        Assert.All(
            fractions,
            statement =>
            {
                Assert.Contains(statement.Text("denominatorQualifier"), Qualifiers);
                var denominator = statement.GetProperty("denominator").GetDecimal();
                Assert.InRange(statement.GetProperty("numerator").GetDecimal(), 0m, denominator);
            }
        );
    }
}
