using System.Net;
using RegionalNetwork.Server.Importing;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Publications;

/// <summary>Really published files through <c>POST /imports</c>, and the invalid ones.</summary>
public sealed class PublishedFileTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("csww_indicators_2017_to_2023.csv", "csww", 1137)]
    [InlineData("csww_role_by_ethnicity_2022_to_2023.csv", "csww-role-by-ethnicity", 18144)]
    [InlineData("cla_number_and_rate_per_10k_children.csv", "cla-number-and-rate-per-10k-children", 2505)]
    [InlineData("la_cla_swcount.csv", "la-cla-swcount", 330)]
    [InlineData("ks4_la.csv", "ks4-la", 3444)]
    public async Task Published_file_is_imported_and_can_be_read(string file, string publication, int rows)
    {
        var answer = await server.Client.UploadAsync(As.AllRoles, file, SharedFiles.Bytes(file));

        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        Assert.Equal(publication, answer.Body.Text("publication"));
        var read = await server.Client.QueryAsync(
            "query($code: String!) { publication(code: $code) { vintages { rowCount } indicators { code name periods { code } } } }",
            new { code = publication },
            As.Anonymous
        );
        Assert.Equal(rows, read.Data.At("publication.vintages.0.rowCount").GetInt32());
        Assert.All(
            read.Data.At("publication.indicators").EnumerateArray(),
            indicator => Assert.NotEqual(0, indicator.At("periods").GetArrayLength())
        );
    }

    [Fact]
    public async Task Published_pair_is_imported_with_its_labels()
    {
        var answer = await server.Client.UploadAsync(
            As.AllRoles,
            "ees_demo_datafile.csv",
            SharedFiles.Bytes("ees_demo_datafile.csv"),
            SharedFiles.Bytes("ees_demo_datafile.meta.csv"),
            publication: null
        );

        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        var read = await server.Client.QueryAsync(
            "query($code: String!) { publication(code: $code) { vintages { dimensions { label } } } }",
            new { code = answer.Body.Text("publication") },
            As.Anonymous
        );
        Assert.Equal(["Sex", "Schoolphase"], read.Data.Texts("publication.vintages.0.dimensions", "label"));
    }

    [Theory]
    [InlineData("invalid_data_in_metadata_file", ImportFaultCodes.MetadataTypeUnknown)]
    [InlineData("invalid_time_identifier_in_data_file", ImportFaultCodes.TimeIdentifierUnknown)]
    [InlineData("missing_geographic_level_column_in_data_file", ImportFaultCodes.ColumnMissing)]
    [InlineData("missing_time_identifier_column_in_data_file", ImportFaultCodes.ColumnMissing)]
    [InlineData("quotes_in_metadata_file_headings", ImportFaultCodes.MetadataColumnMissing)]
    [InlineData("unexpected_metadata_in_metadata_file", ImportFaultCodes.MetadataNameNotInData)]
    [InlineData("unexpected_number_of_columns_in_metadata_file", ImportFaultCodes.RowWrongLength)]
    [InlineData("small-csv-with-special-data", ImportFaultCodes.FigureNotANumber)]
    [InlineData("quotes_in_data_file", null)]
    public async Task Invalid_pair_gets_the_fault_of_its_name(string name, string? code)
    {
        var answer = await server.Client.UploadAsync(
            As.AllRoles,
            $"{name}.csv",
            SharedFiles.Bytes($"invalid-uploads/{name}.csv"),
            SharedFiles.Bytes($"invalid-uploads/{name}.meta.csv"),
            publication: null
        );
        var faults = answer.Body.Texts("faults", "code");

        Assert.Equal(code is null ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(faults.Length, answer.Body.At("faultCount").GetInt32());
        if (code is not null)
        {
            Assert.Contains(code, faults);
        }
        else
        {
            Assert.Empty(faults);
        }
    }
}
