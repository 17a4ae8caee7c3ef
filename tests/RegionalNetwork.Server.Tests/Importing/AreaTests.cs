using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Importing;

namespace RegionalNetwork.Server.Tests.Importing;

public sealed class AreaTests
{
    private const string WestMidlands = "E12000005,West Midlands";

    [Theory]
    [InlineData("National", "", "", "", "", "", "E92000001", null)]
    [InlineData("Regional", "E12000005", "West Midlands", "", "", "", "E12000005", null)]
    [InlineData("Regional", "E13000001", "Inner London", "", "", "", "E13000001", null)]
    [InlineData("Local authority", "E12000005", "West Midlands", "330", "E08000025", "Birmingham", "E08000025", "330")]
    [InlineData(
        "Local authority",
        "E13000002",
        "Outer London",
        "301",
        "E09000002",
        "Barking and Dagenham",
        "E09000002",
        "301"
    )]
    [InlineData(
        "Local authority",
        "E12000007",
        "London",
        "301",
        "E09000002",
        "Barking and Dagenham",
        "E09000002",
        "301"
    )]
    [InlineData("Local authority", "E12000002", "North West", "909", "E10000006", "Cumbria", "E10000006", "909")]
    public void Area_of_the_register_is_read_without_a_warning(
        string level,
        string regionCode,
        string regionName,
        string oldCode,
        string newCode,
        string name,
        string code,
        string? threeDigits
    )
    {
        var reading = ReadRow($"{level},E92000001,England,{regionCode},{regionName},{oldCode},{newCode},{name}");

        Importer.AssertRead(reading);
        var area = Assert.Single(reading.DataSet!.Areas);
        Assert.Equal((code, threeDigits), (area.Code, area.ThreeDigitCode));
        Assert.DoesNotContain(reading.Warnings, warning => warning.Code.StartsWith("AREA", StringComparison.Ordinal));
    }

    [Fact]
    public void Joint_return_keeps_its_published_codes()
    {
        var reading = ReadRow(
            "Local authority,E92000001,England,E13000002,Outer London,314 / 318,E09000021 / E09000027,"
                + "Kingston upon Thames / Richmond upon Thames"
        );

        Importer.AssertRead(reading);
        Assert.Equal(
            new AreaReference(
                AreaLevel.LocalAuthority,
                "E09000021 / E09000027",
                "314 / 318",
                "Kingston upon Thames / Richmond upon Thames"
            ),
            Assert.Single(reading.DataSet!.Areas)
        );
    }

    [Fact]
    public void Joint_return_outside_the_register_is_read_with_a_warning() =>
        Importer.AssertWarned(
            ReadRow(
                "Local authority,E92000001,England,E12000002,North West,942 / 943,E06000063 / E06000064,Cumberland / Westmorland and Furness"
            ),
            ImportFaultCodes.JointReturnUnlisted
        );

    [Fact]
    public void Row_with_a_known_three_digit_code_only_is_read_with_a_warning()
    {
        var reading = ReadRow($"Local authority,E92000001,England,{WestMidlands},330,,Birmingham");

        Importer.AssertWarned(reading, ImportFaultCodes.AreaCodeLegacy);
        Assert.Equal("330", Assert.Single(reading.DataSet!.Areas).Code);
    }

    [Theory]
    [InlineData("801,E06000023,Bristol", ImportFaultCodes.AreaNameVariant)]
    [InlineData("801,E06000023,City of Bristol", ImportFaultCodes.AreaNameVariant)]
    [InlineData("342,E08000013,St. Helen's", ImportFaultCodes.AreaNameVariant)]
    [InlineData("882,E06000033,Southend on Sea", ImportFaultCodes.AreaNameVariant)]
    [InlineData("210,E09000028,London Borough of Southwark", ImportFaultCodes.AreaNameVariant)]
    [InlineData(",E08000025,Birmingham", ImportFaultCodes.AreaCodeBlank)]
    public void Variant_of_a_registered_name_is_read_with_a_warning(string authority, string code)
    {
        var reading = ReadRow($"Local authority,E92000001,England,,,{authority}");

        Importer.AssertWarned(reading, code);
    }

    [Theory]
    [InlineData("E12000003", "Yorkshire and The Humber")]
    [InlineData("E12000005", "South West")]
    public void Odd_region_of_a_council_is_read_with_a_warning(string code, string name) =>
        Importer.AssertWarned(
            ReadRow($"Local authority,E92000001,England,{code},{name},330,E08000025,Birmingham"),
            ImportFaultCodes.AreaRegionUnusual
        );

    [Theory]
    [InlineData(
        "Local authority,E92000001,England,E12000005,West Midlands,330,E08000031,Wolverhampton",
        ImportFaultCodes.AreaCodesDisagree
    )]
    [InlineData(
        "Local authority,E92000001,England,E12000005,West Midlands,336,E08000031,Birmingham",
        ImportFaultCodes.AreaNameMismatch
    )]
    [InlineData(
        "Local authority,E92000001,England,E12000003,Yorkshire and The Humber,815,E06000065,Yorkshire",
        ImportFaultCodes.AreaNameMismatch
    )]
    [InlineData(
        "Local authority,E92000001,England,E12000005,West Midlands,330,E08000025,",
        ImportFaultCodes.AreaNameBlank
    )]
    [InlineData(
        "Local authority,E92000001,England,E12000005,West Midlands,,,Birmingham",
        ImportFaultCodes.AreaCodeBlank
    )]
    [InlineData(
        "Local authority,E92000001,England,E12000005,West Midlands,999,,Birmingham",
        ImportFaultCodes.AreaCodeUnknown
    )]
    [InlineData(
        "Local authority,E92000001,England,E12000005,West Midlands,330,E0800002,Birmingham",
        ImportFaultCodes.AreaCodeFormat
    )]
    [InlineData(
        "Local authority,E92000001,England,E12000005,West Midlands,330,e08000025,Birmingham",
        ImportFaultCodes.AreaCodeFormat
    )]
    [InlineData(
        "Local authority,E92000001,England,E12000005,West Midlands,330,E08999999,Birmingham",
        ImportFaultCodes.AreaCodeUnknown
    )]
    [InlineData(
        "Local authority,E92000001,England,E12000005,West Midlands,330,330,Birmingham",
        ImportFaultCodes.AreaCodeFormat
    )]
    [InlineData(
        "Local authority,E92000001,England,E12000099,West Midlands,330,E08000025,Birmingham",
        ImportFaultCodes.AreaCodeUnknown
    )]
    [InlineData(
        "Local authority,W92000004,Wales,E12000005,West Midlands,330,E08000025,Birmingham",
        ImportFaultCodes.AreaCodeUnknown
    )]
    [InlineData(
        "Local authority,E92000001,Wales,E12000005,West Midlands,330,E08000025,Birmingham",
        ImportFaultCodes.AreaNameMismatch
    )]
    [InlineData(
        "Local authority,,England,E12000005,West Midlands,330,E08000025,Birmingham",
        ImportFaultCodes.AreaCodeBlank
    )]
    [InlineData("Regional,E92000001,England,E12000005,North East,,,", ImportFaultCodes.AreaNameMismatch)]
    [InlineData("Regional,E92000001,England,E12000005,,,,", ImportFaultCodes.AreaNameBlank)]
    [InlineData("Regional,E92000001,England,,West Midlands,,,", ImportFaultCodes.AreaCodeBlank)]
    [InlineData("Regional,E92000001,England,E12000005,West Midlands,,E08000025,", ImportFaultCodes.AreaOverCompleted)]
    [InlineData("National,E92000001,England,E12000005,,,,", ImportFaultCodes.AreaOverCompleted)]
    [InlineData("National,E92000001,England,,,,,Birmingham", ImportFaultCodes.AreaOverCompleted)]
    [InlineData(",E92000001,England,,,,,", ImportFaultCodes.LevelBlank)]
    [InlineData("Regionel,E92000001,England,,,,,", ImportFaultCodes.LevelUnknown)]
    public void Area_that_contradicts_the_register_or_its_level_is_refused(string area, string code)
    {
        var fault = Importer.OnlyFault(ReadRow(area));

        Assert.Equal((code, 2), (fault.Code, fault.Row));
    }

    [Theory]
    [InlineData("=Bristol", ImportFaultCodes.CellFormula)]
    [InlineData("Bristol\u202E", ImportFaultCodes.CellControlCharacter)]
    public void Name_that_runs_or_hides_something_is_refused(string name, string code) =>
        Assert.Equal(
            (code, 2, "la_name"),
            Importer.OnlyFault(ReadRow($"Local authority,E92000001,England,E12000009,South West,801,E06000023,{name}"))
        );

    [Fact]
    public void Unknown_code_of_a_known_name_is_answered_with_its_code() =>
        Assert.Contains(
            "Did you mean E08000025, Birmingham?",
            Assert
                .Single(ReadRow($"Local authority,E92000001,England,{WestMidlands},330,E08000099,Birmingham").Faults)
                .Message
        );

    [Fact]
    public void One_code_with_two_names_is_refused() =>
        Assert.Equal(
            (ImportFaultCodes.AreaCodeTwoNames, 3, "la_name"),
            Importer.OnlyFault(
                Importer.Read(
                    Importer.LaHeading
                        + "staff_count\n2024,Reporting year,Local authority,E92000001,England,E12000009,South West,801,E06000023,Bristol,5\n"
                        + "2023,Reporting year,Local authority,E92000001,England,E12000009,South West,801,E06000023,\"Bristol, City of\",5\n"
                )
            )
        );

    [Fact]
    public void One_council_under_its_codes_before_and_after_a_change_is_two_areas()
    {
        var reading = Importer.Read(
            Importer.LaHeading
                + "staff_count\n2024,Reporting year,Local authority,E92000001,England,E12000009,South West,838,E06000059,Dorset,5\n"
                + "2018,Reporting year,Local authority,E92000001,England,E12000009,South West,835,E10000009,Dorset,5\n"
        );

        Importer.AssertRead(reading);
        Assert.Equal(["E06000059", "E10000009"], reading.DataSet!.Areas.Select(area => area.Code));
    }

    [Fact]
    public void Rows_of_levels_that_are_not_held_are_counted_and_left_out()
    {
        var reading = Importer.Read(
            "time_period,time_identifier,geographic_level,country_code,country_name,school_urn,school_name,staff_count\n"
                + "2024,Reporting year,National,E92000001,England,,,7\n"
                + "2024,Reporting year,School,E92000001,England,100001,One,5\n"
                + "2024,Reporting year,School,E92000001,England,100002,Two,2\n"
        );

        Importer.AssertRead(reading);
        Assert.Single(reading.DataSet!.Rows);
        var warning = Assert.Single(reading.Warnings, warning => warning.Code == ImportFaultCodes.LevelNotHeld);
        Assert.StartsWith("2 rows of level School were left out", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_of_levels_that_are_not_held_is_refused() =>
        Assert.Equal(
            ImportFaultCodes.RowsNoneHeld,
            Importer
                .OnlyFault(
                    Importer.Read(Importer.Heading + "staff_count\n2024,Reporting year,Ward,E92000001,England,7\n")
                )
                .Code
        );

    [Fact]
    public void Column_of_a_lower_level_must_be_blank() =>
        Assert.Equal(
            (ImportFaultCodes.AreaOverCompleted, 2, "ward_code"),
            Importer.OnlyFault(
                Importer.Read(Importer.Heading + "ward_code,staff_count\n" + Importer.England + "E05000001,7\n")
            )
        );

    [Theory]
    [InlineData("Regional", "region_code", "region_name")]
    [InlineData("Local authority", "new_la_code", "la_name")]
    public void Level_without_its_columns_is_refused_once(string level, string code, string name)
    {
        var reading = Importer.Read(
            Importer.Heading
                + $"staff_count\n2024,Reporting year,{level},E92000001,England,7\n2023,Reporting year,{level},E92000001,England,7\n"
        );

        Assert.Equal(new[] { code, name }.Order(), reading.Faults.Select(fault => fault.Column).Order());
        Assert.All(reading.Faults, fault => Assert.Equal(ImportFaultCodes.ColumnMissing, fault.Code));
    }

    [Fact]
    public void Unknown_location_is_left_out_with_a_warning()
    {
        var reading = Importer.Read(
            Importer.LaHeading
                + "staff_count\n"
                + Importer.EnglandWithLa
                + "7\n"
                + "2024,Reporting year,Local authority,E92000001,England,x,Not available,x,x,Not available,1\n"
        );

        Importer.AssertWarned(reading, ImportFaultCodes.AreaNotHeld);
        Assert.Single(reading.DataSet!.Rows);
    }

    private static ImportReading ReadRow(string area) =>
        Importer.Read(Importer.LaHeading + $"staff_count\n2024,Reporting year,{area},5\n");
}
