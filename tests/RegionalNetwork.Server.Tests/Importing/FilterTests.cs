using RegionalNetwork.Server.Importing;

namespace RegionalNetwork.Server.Tests.Importing;

public sealed class FilterTests
{
    [Fact]
    public void Filters_become_dimensions_and_their_combinations_slices()
    {
        var data = Read("Total,Total", "Male,Total", "Total,Under 30", "Male,Under 30").DataSet!;

        Assert.Equal(["Total", "Male"], data.Dimensions[0].Items);
        Assert.Equal(["Total", "Under 30"], data.Dimensions[1].Items);
        Assert.Equal(
            [
                [0, 0],
                [1, 0],
                [0, 1],
                [1, 1],
            ],
            data.Slices.Select(slice => slice.Items)
        );
        Assert.Equal([0, 1, 2, 3], data.Rows.Select(row => row.Slice));
    }

    [Fact]
    public void Slice_is_found_again_in_another_period()
    {
        var data = Importer
            .Read(
                Importer.Heading
                    + "sex,staff_count\n2023,Reporting year,National,E92000001,England,Total,5\n"
                    + "2023,Reporting year,National,E92000001,England,Male,2\n"
                    + "2024,Reporting year,National,E92000001,England,Male,3\n"
            )
            .DataSet!;

        Assert.Equal([(0, 0), (0, 1), (1, 1)], data.Rows.Select(row => (row.Period, row.Slice)));
    }

    [Fact]
    public void File_without_filters_has_one_slice_without_items() =>
        Assert.Empty(Assert.Single(Importer.ReadFigures("5", "6").DataSet!.Slices).Items);

    [Theory]
    [InlineData("", ImportFaultCodes.FilterBlank)]
    [InlineData("=cmd|' /C calc'!A0", ImportFaultCodes.CellFormula)]
    [InlineData("@here", ImportFaultCodes.CellFormula)]
    [InlineData("-of which agency", ImportFaultCodes.CellFormula)]
    [InlineData("a\tb", ImportFaultCodes.CellControlCharacter)]
    [InlineData("a\u202Eb", ImportFaultCodes.CellControlCharacter)]
    [InlineData("someone@example.org", ImportFaultCodes.PersonalData)]
    [InlineData("SW123456", ImportFaultCodes.PersonalData)]
    [InlineData("ZZ99 9ZZ", ImportFaultCodes.PersonalData)]
    [InlineData("A123456789012", ImportFaultCodes.PersonalData)]
    [InlineData("QQ 12 34 56 C", ImportFaultCodes.PersonalData)]
    [InlineData("020 7946 0000", ImportFaultCodes.PersonalData)]
    public void Filter_item_that_is_blank_dangerous_or_personal_is_refused(string item, string code) =>
        Assert.Equal((code, 3, "sex"), Importer.OnlyFault(Read("Total,Total", $"{item},Total")));

    [Fact]
    public void Personal_value_is_not_repeated_in_the_fault() =>
        Assert.Null(Assert.Single(Read("Total,Total", "someone@example.org,Total").Faults).Value);

    [Theory]
    [InlineData("KS2 2nd year")]
    [InlineData("3 or more social workers during the year")]
    [InlineData("Mixed / Multiple ethnic groups")]
    [InlineData("2024-03-31")]
    [InlineData("Infants")]
    public void Ordinary_filter_item_is_read(string item) => Importer.AssertRead(Read("Total,Total", $"{item},Total"));

    [Fact]
    public void Two_rows_with_the_same_key_are_refused()
    {
        var reading = Read("Total,Total", "Male,Total", "Total,Total");

        Assert.Equal((ImportFaultCodes.RowDuplicate, 4, null), Importer.OnlyFault(reading));
        Assert.Contains("Row 2 has the same", reading.Faults[0].Message);
    }

    [Theory]
    [InlineData("Male,Total", "Female,Total", ImportFaultCodes.FilterNoTotal)]
    [InlineData("Total,Total", "Male,Total", ImportFaultCodes.FilterOneItem)]
    [InlineData("Male,Total", "male,Total", ImportFaultCodes.FilterItemsDifferByCase)]
    [InlineData("Total,Total", " Male ,Total", ImportFaultCodes.CellBlanksTrimmed)]
    public void Harmless_oddity_of_items_is_a_warning(string first, string second, string code) =>
        Importer.AssertWarned(Read(first, second), code);

    [Fact]
    public void Blanks_around_an_item_do_not_make_it_another() =>
        Assert.Equal(
            ["Total", "Male"],
            Importer
                .Read(
                    Importer.Heading
                        + "sex,staff_count\n"
                        + Importer.England
                        + "Total,5\n"
                        + Importer.England
                        + "Male\u00A0,5\n"
                        + Importer.England.Replace("2024", "2023", StringComparison.Ordinal)
                        + " Male,5\n"
                )
                .DataSet!.Dimensions[0]
                .Items
        );

    private static ImportReading Read(params string[] items) =>
        Importer.Read(
            Importer.Heading
                + "sex,age,staff_count\n"
                + string.Concat(items.Select(pair => Importer.England + pair + ",5\n"))
        );
}
