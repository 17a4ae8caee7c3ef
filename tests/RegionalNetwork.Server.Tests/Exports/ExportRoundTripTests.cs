using System.Net;
using System.Text;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Server.Importing;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Exports;

/// <summary>What goes out, imported elsewhere, is what was there.</summary>
public sealed class ExportRoundTripTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Filtered = """
        time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,role,people_count
        202223,Academic year,National,E92000001,England,,,,,,Total,9.0
        202223,Academic year,National,E92000001,England,,,,,,"Manager, senior",-4
        202324,Academic year,Local authority,E92000001,England,E12000005,West Midlands,336,E08000031,Wolverhampton,Total,low
        202324,Academic year,Local authority,E92000001,England,E12000007,London,314 / 318,E09000021 / E09000027,Kingston upon Thames / Richmond upon Thames,Total,c
        202324,Academic year,Local authority,E92000001,England,E12000002,North West,909,,Cumbria,Total,k

        """;

    private const string Metadata = """
        col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
        role,Filter,Role,,,,,
        people_count,Indicator,"People, in all",Staff,%,1,,

        """;

    [Fact]
    public async Task File_with_filters_symbols_joint_and_legacy_councils_comes_back_equal() =>
        await CheckAsync("filtered", Encoding.UTF8.GetBytes(Filtered), Encoding.UTF8.GetBytes(Metadata));

    [Theory]
    [InlineData("csww_indicators_2017_to_2023.csv")]
    [InlineData("csww_role_by_ethnicity_2022_to_2023.csv")]
    [InlineData("la_cla_swcount.csv")]
    [InlineData("ks4_la.csv")]
    [InlineData("cla_number_and_rate_per_10k_children.csv")]
    public async Task Published_file_comes_back_equal(string file) =>
        await CheckAsync(file[..5], SharedFiles.Bytes(file), metadata: null);

    private async Task CheckAsync(string publication, byte[] data, byte[]? metadata)
    {
        var code = publication.Replace('_', '-').TrimEnd('-') + "-trip";
        var imported = await server.Client.UploadAsync(As.AllRoles, "file.csv", data, metadata, code);
        Assert.True(imported.Status == HttpStatusCode.OK, imported.Text);
        var (vintage, before) = (imported.Body.At("vintage").GetInt32(), Read(data, metadata));

        var (outData, outMetadata) = (await BytesAsync("csv"), await BytesAsync("meta.csv"));
        var after = Read(outData, outMetadata);

        Assert.Equal(before.Periods, after.Periods);
        Assert.Equal(before.Areas, after.Areas);
        Assert.Equal(before.Indicators, after.Indicators);
        Assert.Equal(
            before.Dimensions.Select(dimension =>
                (dimension.Column, dimension.Label, string.Join('|', dimension.Items))
            ),
            after.Dimensions.Select(dimension => (dimension.Column, dimension.Label, string.Join('|', dimension.Items)))
        );
        Assert.Equal(
            before.Slices.Select(slice => string.Join('|', slice.Items)),
            after.Slices.Select(slice => string.Join('|', slice.Items))
        );
        Assert.Equal(before.Rows, after.Rows);
        Assert.Equal(Cells(before), Cells(after));
        // And what comes out of what came in is the same again.
        var elsewhere = await server.Client.UploadAsync(As.AllRoles, "file.csv", outData, outMetadata, $"{code}-2");
        Assert.True(elsewhere.Status == HttpStatusCode.OK, elsewhere.Text);
        var again = await ExportedFile.GetAsync(
            server.Client,
            $"/exports/publications/{code}-2/{elsewhere.Body.At("vintage")}.csv",
            As.Anonymous,
            null
        );
        Assert.Equal(Encoding.UTF8.GetString(outData), again.Text);

        async Task<byte[]> BytesAsync(string ending)
        {
            var path = $"/exports/publications/{code}/{vintage}.{ending}";
            var file = await ExportedFile.GetAsync(server.Client, path, As.Anonymous, null);
            Assert.True(file.Status == HttpStatusCode.OK, file.Text);
            return Encoding.UTF8.GetBytes(file.Text);
        }
    }

    private static IEnumerable<string> Cells(Domain.Publications.DataSet data) =>
        data.Cells.SelectMany(column => column.Select(cell => data.Texts[cell]));

    private static Domain.Publications.DataSet Read(byte[] data, byte[]? metadata)
    {
        var reading = OpenDataFile.Read(
            new ImportSource("file.csv", new MemoryStream(data)),
            metadata is null ? null : new ImportSource("file.meta.csv", new MemoryStream(metadata)),
            CouncilRegister.England
        );
        Assert.True(reading.DataSet is not null, string.Join('\n', reading.Faults));
        return reading.DataSet!;
    }
}
