using RegionalNetwork.Server.Importing;

namespace RegionalNetwork.Server.Tests.Importing;

public sealed class MetadataTests
{
    private const string Data =
        Importer.Heading
        + "sex_group,sex,staff_count,pay\n"
        + Importer.England
        + "All,Total,5,10.25\n"
        + Importer.England
        + "Split,Male,2,11.5\n";

    [Fact]
    public void Metadata_gives_labels_groups_units_and_decimal_places()
    {
        var data = Read(
            "sex,Filter,Sex of worker,,,,Choose one,sex_group",
            "staff_count,Indicator,Staff,Workforce,,0,,",
            "pay,Indicator,Pay,Money,£,2,,"
        ).DataSet!;

        Assert.Equal(["sex_group", "Sex of worker"], data.Dimensions.Select(dimension => dimension.Label));
        Assert.Equal(
            [("Staff", "Workforce", "", 0), ("Pay", "Money", "£", 2)],
            data.Indicators.Select(column => (column.Label, column.Group, column.Unit, column.DecimalPlaces!.Value))
        );
    }

    [Fact]
    public void Numeric_column_can_be_declared_a_filter()
    {
        var reading = Importer.Read(
            Importer.Heading + "age,staff_count\n" + Importer.England + "16,5\n" + Importer.England + "17,6\n",
            Importer.MetadataHeading + "\nage,Filter,Age,,,,,\nstaff_count,Indicator,Staff,,,0,,\n"
        );

        Importer.AssertRead(reading);
        Assert.Equal(["16", "17"], Assert.Single(reading.DataSet!.Dimensions).Items);
    }

    [Fact]
    public void Text_column_declared_an_indicator_is_refused_cell_by_cell()
    {
        var reading = Read(
            "sex,Indicator,Sex,,,0,,",
            "staff_count,Indicator,Staff,,,0,,",
            "pay,Indicator,Pay,,,2,,",
            "sex_group,Filter,Group,,,,,"
        );

        Assert.Equal(
            [(2, "sex", ImportFaultCodes.FigureNotANumber), (3, "sex", ImportFaultCodes.FigureNotANumber)],
            reading.Faults.Select(fault => (fault.Row!.Value, fault.Column!, fault.Code))
        );
    }

    [Fact]
    public void Column_that_metadata_leaves_out_is_not_read_and_warned_of()
    {
        var reading = Read("sex,Filter,Sex,,,,,", "staff_count,Indicator,Staff,,,0,,");

        Importer.AssertWarned(reading, ImportFaultCodes.ColumnNotInMetadata);
        Assert.Equal(["staff_count"], reading.DataSet!.Indicators.Select(column => column.Column));
    }

    [Fact]
    public void Decimal_places_left_out_are_taken_from_the_figures()
    {
        var reading = Read(
            "sex,Filter,Sex,,,,,sex_group",
            "staff_count,Indicator,Staff,,,,,",
            "pay,Indicator,Pay,,,,,"
        );

        Importer.AssertWarned(reading, ImportFaultCodes.MetadataDecimalPlacesMissing);
        Assert.Equal([0, 2], reading.DataSet!.Indicators.Select(column => column.DecimalPlaces!.Value));
    }

    [Fact]
    public void Metadata_is_tolerant_of_order_case_and_a_default_item()
    {
        var reading = Importer.Read(
            Importer.Heading + "staff_count\n" + Importer.England + "5\n",
            "\uFEFFLabel,COL_NAME,col_type,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column,filter_default\r\n"
                + "Staff,Staff_Count,indicator,,,0,,,\r\n"
        );

        Importer.AssertRead(reading);
        Assert.Equal("Staff", Assert.Single(reading.DataSet!.Indicators).Label);
    }

    [Theory]
    [InlineData("sex,Filter,,,,,,", ImportFaultCodes.MetadataLabelBlank, "label")]
    [InlineData("sex,Filter,staff,,,,,", ImportFaultCodes.MetadataLabelDuplicate, "label")]
    [InlineData("sex,Dimension,Sex,,,,,", ImportFaultCodes.MetadataTypeUnknown, "col_type")]
    [InlineData("sex,,Sex,,,,,", ImportFaultCodes.MetadataTypeUnknown, "col_type")]
    [InlineData(",Filter,Sex,,,,,", ImportFaultCodes.MetadataNameBlank, "col_name")]
    [InlineData("Staff_count,Indicator,Other,,,0,,", ImportFaultCodes.MetadataNameDuplicate, "col_name")]
    [InlineData("time_period,Filter,Time,,,,,", ImportFaultCodes.MetadataNameReserved, "col_name")]
    [InlineData("la_name,Filter,Council,,,,,", ImportFaultCodes.MetadataNameReserved, "col_name")]
    [InlineData("gender,Filter,Gender,,,,,", ImportFaultCodes.MetadataNameNotInData, "col_name")]
    [InlineData("sex,Filter,Sex,Group,,,,", ImportFaultCodes.MetadataForIndicatorOnly, "indicator_grouping")]
    [InlineData("sex,Filter,Sex,,%,,,", ImportFaultCodes.MetadataForIndicatorOnly, "indicator_unit")]
    [InlineData("sex,Filter,Sex,,,1,,", ImportFaultCodes.MetadataForIndicatorOnly, "indicator_dp")]
    [InlineData("pay,Indicator,Pay,,,2,A hint,", ImportFaultCodes.MetadataForFilterOnly, "filter_hint")]
    [InlineData("pay,Indicator,Pay,,,2,,sex_group", ImportFaultCodes.MetadataForFilterOnly, "filter_grouping_column")]
    [InlineData("pay,Indicator,Pay,,$,2,,", ImportFaultCodes.MetadataUnitUnknown, "indicator_unit")]
    [InlineData("pay,Indicator,Pay,,,two,,", ImportFaultCodes.MetadataDecimalPlacesInvalid, "indicator_dp")]
    [InlineData("pay,Indicator,Pay,,,-1,,", ImportFaultCodes.CellFormula, "indicator_dp")]
    [InlineData("pay,Indicator,Pay,,,11,,", ImportFaultCodes.MetadataDecimalPlacesInvalid, "indicator_dp")]
    [InlineData("sex,Filter,Sex,,,,,nowhere", ImportFaultCodes.MetadataGroupingColumnAbsent, "filter_grouping_column")]
    [InlineData("sex,Filter,=A1,,,,,", ImportFaultCodes.CellFormula, "label")]
    public void Metadata_row_against_the_rules_is_refused(string row, string code, string column)
    {
        var reading = Read("staff_count,Indicator,Staff,,,0,,", row);

        Assert.Null(reading.DataSet);
        Assert.Contains(
            (code, ImportFile.Metadata, 3, column),
            reading.Faults.Select(fault => (fault.Code, fault.File, fault.Row ?? 0, fault.Column!))
        );
        Assert.DoesNotContain(reading.Faults, fault => fault.File == ImportFile.Data);
    }

    [Fact]
    public void Grouping_column_must_not_be_described_itself() =>
        Assert.Equal(
            (ImportFaultCodes.MetadataGroupingColumnListed, 3, "col_name"),
            Importer.OnlyFault(
                Read("sex,Filter,Sex,,,,,sex_group", "sex_group,Filter,Group,,,,,", "staff_count,Indicator,Staff,,,0,,")
            )
        );

    [Fact]
    public void Empty_metadata_file_is_refused() =>
        Assert.Contains(
            (ImportFaultCodes.FileEmpty, ImportFile.Metadata),
            Importer.Read(Data, "").Faults.Select(fault => (fault.Code, fault.File))
        );

    private static ImportReading Read(params string[] rows) =>
        Importer.Read(Data, Importer.MetadataHeading + "\n" + string.Concat(rows.Select(row => row + "\n")));
}
