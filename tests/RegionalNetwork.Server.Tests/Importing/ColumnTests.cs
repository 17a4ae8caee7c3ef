using RegionalNetwork.Server.Importing;

namespace RegionalNetwork.Server.Tests.Importing;

public sealed class ColumnTests
{
    [Fact]
    public void Columns_are_found_by_name_whatever_their_order_case_and_blanks()
    {
        var reading = Importer.Read(
            "\uFEFFstaff_count, Country_Name ,COUNTRY_CODE,geographic_level,Time_Identifier,time_period\r\n"
                + "5,England,E92000001,National,Reporting year,2024\r\n"
        );

        Importer.AssertRead(reading);
        Assert.Equal("staff_count", Assert.Single(reading.DataSet!.Indicators).Column);
    }

    [Theory]
    [InlineData("turnover_rate_fte_%")]
    [InlineData("3_months_or_less")]
    [InlineData("CPP_start")]
    [InlineData("staff count")]
    public void Odd_column_name_is_kept_with_a_warning(string name)
    {
        var reading = Importer.Read(Importer.Heading + name + "\n" + Importer.England + "5\n");

        Importer.AssertWarned(reading, ImportFaultCodes.ColumnNameUnusual);
        Assert.Equal(name, Assert.Single(reading.DataSet!.Indicators).Column);
    }

    [Theory]
    [InlineData("staff_count,Staff_count", "5,5", ImportFaultCodes.ColumnDuplicate)]
    [InlineData("staff_count,time_period", "5,2024", ImportFaultCodes.ColumnDuplicate)]
    [InlineData("staff_count,", "5,5", ImportFaultCodes.ColumnNameBlank)]
    [InlineData("staff_count,=A1", "5,5", ImportFaultCodes.CellFormula)]
    [InlineData("staff_count,staff\u200Bcount", "5,5", ImportFaultCodes.CellControlCharacter)]
    [InlineData("staff_count,date_of_birth", "5,5", ImportFaultCodes.PersonalData)]
    [InlineData("staff_count,Child ID", "5,5", ImportFaultCodes.PersonalData)]
    [InlineData("staff_count,empty", "5,", ImportFaultCodes.ColumnEmpty)]
    [InlineData("sex", "Total", ImportFaultCodes.IndicatorsMissing)]
    public void Column_that_cannot_be_told_apart_or_read_is_refused(string columns, string cells, string code) =>
        Assert.Equal(
            code,
            Importer.OnlyFault(Importer.Read(Importer.Heading + columns + "\n" + Importer.England + cells + "\n")).Code
        );

    [Fact]
    public void Misspelt_mandatory_column_is_answered_with_the_column_meant()
    {
        var reading = Importer.Read(
            "time_perod,time_identifier,geographic_level,country_code,country_name,staff_count\n"
                + Importer.England
                + "5\n"
        );

        Assert.Contains(
            reading.Faults,
            fault => fault.Column == "time_period" && fault.Message.Contains("“time_perod”", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("inpost_fte_percent", "%")]
    [InlineData("turnover_rate_fte", "%")]
    [InlineData("turnover_rate_fte_%", "%")]
    [InlineData("pt_l2basics_95", "%")]
    [InlineData("percentage", "%")]
    [InlineData("absence_rate", "%")]
    [InlineData("rate_per_10000", "")]
    [InlineData("staff_count", "")]
    [InlineData("operated_sites", "")]
    public void Unit_is_inferred_from_the_name(string column, string unit) =>
        Assert.Equal(
            unit,
            Assert
                .Single(Importer.Read(Importer.Heading + column + "\n" + Importer.England + "5\n").DataSet!.Indicators)
                .Unit
        );

    [Fact]
    public void Label_and_decimal_places_are_inferred()
    {
        var indicator = Assert.Single(Importer.ReadFigures("5", "12.25", "3.1", "x").DataSet!.Indicators);

        Assert.Equal(("Staff count", 2), (indicator.Label, indicator.DecimalPlaces));
    }

    [Fact]
    public void Column_of_symbols_only_is_an_indicator_without_decimal_places() =>
        Assert.Null(Assert.Single(Importer.ReadFigures("x", "x").DataSet!.Indicators).DecimalPlaces);

    [Fact]
    public void Column_that_mixes_numbers_and_words_is_a_filter()
    {
        var reading = Importer.Read(
            Importer.Heading
                + "workers,staff_count\n"
                + string.Concat(new[] { "1", "2", "3 or more" }.Select(item => $"{Importer.England}{item},5\n"))
        );

        Importer.AssertRead(reading);
        Assert.Equal(["1", "2", "3 or more"], Assert.Single(reading.DataSet!.Dimensions).Items);
    }
}
