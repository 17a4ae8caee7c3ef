using System.Security.Cryptography;
using System.Text;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Server.Importing;

namespace RegionalNetwork.Server.Tests.Importing;

public sealed class ReadingTests
{
    private const string Data = Importer.Heading + "staff_count\n" + Importer.England + "5\n";
    private const string Metadata = Importer.MetadataHeading + "\nstaff_count,Indicator,Staff,,,0,,\n";

    [Fact]
    public void Hash_of_a_file_alone_is_the_one_that_other_programs_compute() =>
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Data))),
            Importer.Read(Data).ContentHash
        );

    [Fact]
    public void Hash_follows_data_and_metadata()
    {
        string?[] hashes =
        [
            Importer.Read(Data).ContentHash,
            Importer.Read(Data, Metadata).ContentHash,
            Importer.Read(Data, Metadata.Replace("Staff,", "Workers,", StringComparison.Ordinal)).ContentHash,
            Importer.Read(Data.Replace(",5", ",6", StringComparison.Ordinal), Metadata).ContentHash,
        ];

        Assert.Equal(4, hashes.Distinct().Count());
        Assert.Equal(hashes[1], Importer.Read(Data, Metadata).ContentHash);
    }

    [Theory]
    [InlineData("csww_indicators_2017_to_2023.csv", "Csww indicators", "csww-indicators")]
    [InlineData("csww_indicators_2017_to_2025.csv", "Csww indicators", "csww-indicators")]
    [InlineData("C:\\data\\ks4_la.csv", "Ks4 la", "ks4-la")]
    [InlineData("exports/Practice Week 202425.CSV", "Practice week", "practice-week")]
    [InlineData("2024.csv", "2024", "2024")]
    [InlineData("...", "Data set", "data-set")]
    [InlineData("", "Data set", "data-set")]
    public void Title_and_slug_come_from_the_file_name_without_its_years(string fileName, string title, string slug)
    {
        var reading = OpenDataFile.Read(
            new ImportSource(fileName, new MemoryStream(Encoding.UTF8.GetBytes(Data))),
            null,
            CouncilRegister.England
        );

        Assert.Equal((title, slug), (reading.SuggestedTitle, reading.SuggestedSlug));
    }

    [Fact]
    public void Missing_metadata_is_a_warning() =>
        Importer.AssertWarned(Importer.Read(Data), ImportFaultCodes.MetadataMissing);

    [Fact]
    public void File_in_order_with_metadata_has_no_warning() => Assert.Empty(Importer.Read(Data, Metadata).Warnings);

    [Fact]
    public void Level_spelt_otherwise_is_a_warning() =>
        Importer.AssertWarned(
            Importer.Read(Data.Replace(",National,", ",NATIONAL ,", StringComparison.Ordinal)),
            ImportFaultCodes.LevelSpelling
        );

    [Fact]
    public void Council_row_without_its_region_is_a_warning() =>
        Importer.AssertWarned(
            Importer.Read(
                Importer.LaHeading
                    + "staff_count\n"
                    + Importer.Birmingham.Replace("E12000005,West Midlands", ",", StringComparison.Ordinal)
                    + "5\n"
            ),
            ImportFaultCodes.AreaRegionBlank
        );

    [Fact]
    public void Label_or_item_longer_than_advised_is_a_warning()
    {
        Importer.AssertWarned(
            Importer.Read(Data, Metadata.Replace("Staff,", new string('S', 81) + ",", StringComparison.Ordinal)),
            ImportFaultCodes.TextTooLong
        );
        Importer.AssertWarned(
            Importer.Read(Importer.Heading + "sex,staff_count\n" + Importer.England + new string('M', 121) + ",5\n"),
            ImportFaultCodes.TextTooLong
        );
    }

    [Fact]
    public void Council_rows_without_region_rows_are_a_warning() =>
        Importer.AssertWarned(
            Importer.Read(Importer.LaHeading + "staff_count\n" + Importer.Birmingham + "5\n"),
            ImportFaultCodes.RegionRowsAbsent
        );

    [Fact]
    public void Ethnic_group_outside_the_standard_is_a_warning() =>
        Importer.AssertWarned(
            Importer.Read(
                Importer.Heading
                    + "ethnicity_major,staff_count\n"
                    + Importer.England
                    + "Total,5\n"
                    + Importer.England
                    + "BAME,2\n"
            ),
            ImportFaultCodes.EthnicityNotStandard
        );

    [Fact]
    public void Streams_stay_open()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Data));

        Importer.AssertRead(OpenDataFile.Read(new ImportSource("a.csv", stream), null, CouncilRegister.England));

        Assert.Equal(stream.Length, stream.Position);
    }
}
