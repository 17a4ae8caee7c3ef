using RegionalNetwork.Server.Importing;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Importing;

/// <summary>The Department for Education's invalid pairs, and each of their faults in a file of our own.</summary>
public sealed class InvalidUploadsTests
{
    private const string Staff = Importer.MetadataHeading + "\nstaff_count,Indicator,Staff,,,0,,\n";

    [Theory]
    [InlineData("invalid_data_in_metadata_file", ImportFaultCodes.MetadataTypeUnknown)]
    [InlineData("invalid_time_identifier_in_data_file", ImportFaultCodes.TimeIdentifierUnknown)]
    [InlineData("missing_geographic_level_column_in_data_file", ImportFaultCodes.ColumnMissing)]
    [InlineData("missing_time_identifier_column_in_data_file", ImportFaultCodes.ColumnMissing)]
    [InlineData("quotes_in_metadata_file_headings", ImportFaultCodes.MetadataColumnMissing)]
    [InlineData("unexpected_metadata_in_metadata_file", ImportFaultCodes.MetadataNameNotInData)]
    [InlineData("unexpected_number_of_columns_in_metadata_file", ImportFaultCodes.RowWrongLength)]
    [InlineData("small-csv-with-special-data", ImportFaultCodes.FigureNotANumber)]
    public void Invalid_pair_gets_the_fault_of_its_name(string name, string code)
    {
        var reading = ReadPair(name);

        Assert.Null(reading.DataSet);
        Assert.Contains(code, reading.Faults.Select(fault => fault.Code));
    }

    [Fact]
    public void Quoted_pair_is_legal_and_read()
    {
        var reading = ReadPair("quotes_in_data_file");

        Importer.AssertWarned(reading, ImportFaultCodes.TimeIdentifierSpelling);
        Assert.Equal("Calendar year", Assert.Single(reading.DataSet!.Periods).Identifier);
    }

    [Fact]
    public void Special_data_gets_a_fault_for_each_blank_and_stray_cell()
    {
        var reading = ReadPair("small-csv-with-special-data");

        Assert.Equal(
            [
                (2, ImportFaultCodes.FigureBlank),
                (4, ImportFaultCodes.FigureNotANumber),
                (5, ImportFaultCodes.FigureBlank),
                (6, ImportFaultCodes.FigureBlank),
                (6, ImportFaultCodes.FilterBlank),
            ],
            reading.Faults.Select(fault => (fault.Row!.Value, fault.Code)).Order()
        );
    }

    [Fact]
    public void Metadata_with_unknown_type_is_refused() =>
        Assert.Equal(
            (ImportFaultCodes.MetadataTypeUnknown, 2, "col_type"),
            Importer.OnlyFault(Read("staff_count\n" + Importer.England + "5\n", "staff_count,Measure,Staff,,,0,,\n"))
        );

    [Fact]
    public void Data_with_unknown_time_identifier_is_refused() =>
        Assert.Equal(
            (ImportFaultCodes.TimeIdentifierUnknown, 2, "time_identifier"),
            Importer.OnlyFault(
                Importer.Read(Importer.Heading + "staff_count\n2024,Some year,National,E92000001,England,5\n", Staff)
            )
        );

    [Theory]
    [InlineData(
        "geographic_level",
        "time_period,time_identifier,country_code,country_name,staff_count\n2024,Reporting year,E92000001,England,5\n"
    )]
    [InlineData(
        "time_identifier",
        "time_period,geographic_level,country_code,country_name,staff_count\n2024,National,E92000001,England,5\n"
    )]
    [InlineData(
        "time_period",
        "time_identifier,geographic_level,country_code,country_name,staff_count\nReporting year,National,E92000001,England,5\n"
    )]
    [InlineData(
        "country_code",
        "time_period,time_identifier,geographic_level,country_name,staff_count\n2024,Reporting year,National,England,5\n"
    )]
    [InlineData(
        "country_name",
        "time_period,time_identifier,geographic_level,country_code,staff_count\n2024,Reporting year,National,E92000001,5\n"
    )]
    public void Data_without_a_mandatory_column_is_refused(string column, string data) =>
        Assert.Equal((ImportFaultCodes.ColumnMissing, null, column), Importer.OnlyFault(Importer.Read(data, Staff)));

    [Fact]
    public void Quoted_identifier_with_stray_punctuation_is_read_with_a_warning()
    {
        var reading = Importer.Read(
            Importer.Heading + "staff_count\n2024,\"reporting,  year\",National,E92000001,England,5\n",
            Staff
        );

        Importer.AssertWarned(reading, ImportFaultCodes.TimeIdentifierSpelling);
        Assert.Equal("Reporting year", Assert.Single(reading.DataSet!.Periods).Identifier);
    }

    [Fact]
    public void Quoted_name_with_a_comma_is_read_without_a_warning_about_it()
    {
        var reading = Importer.Read(
            Importer.LaHeading
                + "staff_count\n2024,Reporting year,Local authority,E92000001,England,E12000009,South West,"
                + "801,E06000023,\"Bristol, City of\",\"5\"\n",
            Staff
        );

        Importer.AssertRead(reading);
        Assert.Equal("Bristol, City of", Assert.Single(reading.DataSet!.Areas).Name);
        Assert.DoesNotContain(reading.Warnings, warning => warning.Column == "la_name");
    }

    [Fact]
    public void Metadata_with_a_wrong_quoted_heading_is_refused()
    {
        var reading = Importer.Read(
            Importer.Heading + "staff_count\n" + Importer.England + "5\n",
            Staff.Replace("col_type", "\"col_,type\"", StringComparison.Ordinal)
        );

        Assert.Equal(
            [
                (ImportFaultCodes.MetadataColumnMissing, "col_type"),
                (ImportFaultCodes.MetadataColumnUnknown, "col_,type"),
            ],
            reading.Faults.Select(fault => (fault.Code, fault.Column!))
        );
        Assert.Contains("Did you mean “col_type”?", reading.Faults[1].Message);
        Assert.All(reading.Faults, fault => Assert.Equal((ImportFile.Metadata, 1), (fault.File, fault.Row!.Value)));
    }

    [Fact]
    public void Metadata_for_columns_that_the_data_lacks_is_refused()
    {
        var reading = Read(
            "staff_count\n" + Importer.England + "5\n",
            "staff_counts,Indicator,All,,,0,,\nstaff_count,Indicator,Staff,,,0,,\nother,Filter,Other,,,,,\n"
        );

        Assert.Equal(
            [(2, ImportFaultCodes.MetadataNameNotInData), (4, ImportFaultCodes.MetadataNameNotInData)],
            reading.Faults.Select(fault => (fault.Row!.Value, fault.Code))
        );
        Assert.Contains("Did you mean “staff_count”?", reading.Faults[0].Message);
    }

    [Fact]
    public void Metadata_row_with_a_cell_too_many_is_refused() =>
        Assert.Equal(
            (ImportFaultCodes.RowWrongLength, 2, null),
            Importer.OnlyFault(
                Read("staff_count\n" + Importer.England + "5\n", "staff_count,Indicator,Staff,,,0,,,stray\n")
            )
        );

    private static ImportReading Read(string dataAfterHeading, string metadataRows) =>
        Importer.Read(Importer.Heading + dataAfterHeading, Importer.MetadataHeading + "\n" + metadataRows);

    private static ImportReading ReadPair(string name) =>
        Importer.Read(
            SharedFiles.Bytes($"invalid-uploads/{name}.csv"),
            SharedFiles.Bytes($"invalid-uploads/{name}.meta.csv"),
            ImportLimits.Default
        );
}
