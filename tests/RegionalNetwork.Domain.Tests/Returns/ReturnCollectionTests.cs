using System.Text;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Checks;
using RegionalNetwork.Domain.Returns.Collections;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Returns;

public sealed class ReturnCollectionTests
{
    public static TheoryData<string> Names => [.. ReturnSchemas.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Table_schemas_of_the_service_are_collections(string name)
    {
        var collection = Real(name);

        Assert.Equal(name, collection.Code);
        Assert.Equal(ReturnSchemas.FieldsOf(ReturnSchemas.Read(name)).Keys, collection.Columns);
        Assert.InRange(collection.Rows.Count, 1, Limits.ItemsPerReturn);
    }

    [Fact]
    public void Two_breakdowns_make_a_row_for_each_combination_and_totals_run_along_both()
    {
        var collection = Real("sc-wres");
        var period = ReturnPeriod.Find(collection, "2021")!;
        var unit = ReturnUnit.Find(Coventry)!;

        Assert.Equal(32, collection.Rows.Count);
        Assert.Equal("White | Total", collection.Rows.First(row => row.Items is ["White", "Total"]).Name);
        var table = new ReturnTable(
            collection.Columns,
            [
                .. collection.Rows.Select(
                    (row, i) =>
                        new ReturnTableRow(
                            i + 2,
                            [
                                "2021",
                                "Reporting year",
                                Coventry,
                                "Coventry",
                                .. row.Items,
                                .. collection.Fields.Select(_ => row.Items is ["Total", "Total"] ? "1" : "x"),
                            ]
                        )
                ),
            ],
            false
        );
        Assert.Empty(ReturnCheck.Read(collection, period, unit, table, null).Faults);
        var tooMany = table with
        {
            Rows =
            [
                .. table.Rows.Select(row =>
                    row with
                    {
                        Cells = [.. row.Cells.Select(cell => cell == "x" ? "1" : cell)],
                    }
                ),
            ],
        };
        Assert.All(
            ReturnCheck.Read(collection, period, unit, tooMany, null).Faults,
            fault => Assert.Equal(ReturnFaultCodes.GroupsDifferFromTotal, fault.Code)
        );
    }

    [Fact]
    public void Every_fault_of_a_table_schema_is_listed()
    {
        var schema = ReturnSamples
            .Schema.Replace("\"time_period\"", "\"Period\"", StringComparison.Ordinal)
            .Replace("\"kind\": \"amount\"", "\"kind\": \"money\"", StringComparison.Ordinal)
            .Replace("\"Total\"]", "\"All\"]", StringComparison.Ordinal)
            .Replace("\"annual\"", "\"quarterly\"", StringComparison.Ordinal)
            .Replace("\"than\": \"in_post\"", "\"than\": \"posts\"", StringComparison.Ordinal)
            .Replace("\"collection\": \"workforce\"", "\"collection\": \"Work force\"", StringComparison.Ordinal);

        Assert.Equal(
            [
                "\"enum\" of \"constraints\" of entry 5 of \"fields\" must have the item Total.",
                "\"kind\" of \"regionalNetwork\" of entry 8 of \"fields\" must be one of count, fte, amount, score.",
                "\"fields\" of the table schema must begin with time_period, time_identifier, new_la_code, la_name.",
                "\"fields\" of the table schema must have names of lower-case letters, digits and underscores, not \"Period\".",
                "\"collection\" of \"regionalNetwork\" of the table schema must be a short name of lower-case letters, digits and hyphens.",
                "\"timeIdentifiers\" of \"regionalNetwork\" of the table schema must have identifiers of the open data standard, of the length that the frequency says.",
                "\"than\" of entry 1 of \"rules\" must name columns of figures, not \"posts\".",
                "\"total\" of entry 1 of \"totals\" must be an item of the breakdown that \"dimension\" names.",
            ],
            TableSchemaParser.Parse(Encoding.UTF8.GetBytes(schema)).Faults
        );
    }

    [Fact]
    public void What_is_no_JSON_is_one_fault() =>
        Assert.StartsWith(
            "The table schema is not JSON",
            Assert.Single(TableSchemaParser.Parse("{"u8.ToArray()).Faults)
        );

    [Theory]
    [InlineData("agency", "202526-Q1", "202526", "Financial year Q1", "2025-06-30", "202425-Q4")]
    [InlineData("agency", "202526-Q4", "202526", "Financial year Q4", "2026-03-31", "202526-Q3")]
    [InlineData("workforce", "2025", "2025", "Reporting year", "2025-09-30", "2024")]
    [InlineData("learning-and-placements", "202526", "202526", "Academic year", "2026-08-31", "202425")]
    [InlineData("social-work-health-check", "202526", "202526", "Financial year", "2026-03-31", "202425")]
    public void A_period_has_a_code_a_day_and_one_before(
        string name,
        string code,
        string digits,
        string identifier,
        string day,
        string before
    )
    {
        var collection = Real(name);
        var period = ReturnPeriod.Find(collection, code)!;

        Assert.Equal((code, digits, identifier), (period.Code, period.TimePeriod, period.TimeIdentifier));
        Assert.Equal(DateOnly.Parse(day), period.ReferenceDate);
        Assert.Equal(before, period.Before(collection).Code);
    }

    [Theory]
    [InlineData("agency", "202526")]
    [InlineData("agency", "202526-Q5")]
    [InlineData("agency", "202527-Q1")]
    [InlineData("workforce", "202526")]
    [InlineData("workforce", "1999")]
    [InlineData("workforce", "")]
    public void What_is_no_period_of_the_collection_is_none(string name, string code) =>
        Assert.Null(ReturnPeriod.Find(Real(name), code));

    [Theory]
    [InlineData("E09000027+E09000021", "E09000021+E09000027")]
    [InlineData("E09000021 / E09000027", "E09000021+E09000027")]
    [InlineData(Coventry, Coventry)]
    public void A_unit_is_a_council_or_councils_that_report_jointly(string text, string key) =>
        Assert.Equal(key, ReturnUnit.Find(text)?.Key);

    [Theory]
    [InlineData("E08000026+E08000027")]
    [InlineData("331")]
    [InlineData("")]
    [InlineData("E08000026+")]
    public void Councils_that_do_not_report_jointly_are_no_unit(string text) => Assert.Null(ReturnUnit.Find(text));

    [Fact]
    public void A_key_is_written_and_read_and_fits_a_stream()
    {
        var longest = new ReturnKey(
            new string('a', Limits.CollectionCodeCharacters),
            "202526-Q1",
            ReturnUnit.Find("E09000021+E09000027")!
        );

        Assert.Equal(longest, ReturnKey.Find(longest.ToString()));
        Assert.InRange(longest.ToString().Length, 1, 200);
        Assert.Null(ReturnKey.Find("workforce.2025"));
        Assert.Null(ReturnKey.Find("workforce.2025.E09000027+E09000021"));
    }

    private static ReturnCollection Real(string name) =>
        ReturnSamples.Parsed(File.ReadAllText(Repository.PathOf($"schema/returns/{name}.json")));
}
