using System.Net;
using System.Text;
using RegionalNetwork.Server.Exports;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Exports;

/// <summary>Tables of a small publication as files.</summary>
public sealed class ExportTests : IClassFixture<ExportTests.Server>
{
    private const string File = """
        time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,leavers_count,change_count
        2023,Reporting year,National,E92000001,England,,,,,,100,-1.5
        2023,Reporting year,Regional,E92000001,England,E12000005,West Midlands,,,,33,z
        2023,Reporting year,Local authority,E92000001,England,E12000005,West Midlands,336,E08000031,Wolverhampton,20,-2
        2023,Reporting year,Local authority,E92000001,England,E12000005,West Midlands,331,E08000026,Coventry,c,x
        2023,Reporting year,Local authority,E92000001,England,E12000005,West Midlands,884,E06000019,"Herefordshire, County of",low,u
        2023,Reporting year,Local authority,E92000001,England,E12000007,London,314 / 318,E09000021 / E09000027,Kingston upon Thames / Richmond upon Thames,12,k

        """;

    private const string Leavers = "/exports/indicators/staff.leavers_count.csv";

    private readonly NetworkClient _client;

    public ExportTests(Server server) => _client = server.Client;

    [Fact]
    public async Task Vintage_goes_out_as_it_came_in()
    {
        var file = await GetAsync("/exports/publications/staff/1.csv");

        Assert.Equal(File.ReplaceLineEndings("\r\n"), file.Text);
        Assert.Equal("text/csv; charset=utf-8", file.Response.Content.Headers.ContentType?.ToString());
        Assert.Equal(
            "attachment; filename=\"staff-v1.csv\"",
            file.Response.Content.Headers.ContentDisposition?.ToString()
        );
    }

    [Fact]
    public async Task Metadata_describes_every_own_column_once()
    {
        var file = await GetAsync("/exports/publications/staff/1.meta.csv");

        Assert.Equal(
            "col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column",
            file.Text.Split("\r\n")[0]
        );
        Assert.Equal(["leavers_count", "change_count"], file.Rows.Select(row => row["col_name"]));
        Assert.Equal(["Indicator", "Indicator"], file.Rows.Select(row => row["col_type"]));
    }

    [Fact]
    public async Task Indicator_goes_out_with_sums_and_symbols()
    {
        var rows = (await GetAsync(Leavers)).Rows;

        // Wolverhampton, and Herefordshire's low as nothing; Coventry is left out.
        Assert.Equal("20", Row(rows, "region_code", "E12000005", "Regional", "value"));
        Assert.Equal("100", Row(rows, "region_code", "", "National", "published_value"));
        Assert.Equal("20", Row(rows, "new_la_code", "E08000031", "Local authority", "value"));
        Assert.Equal("c", Row(rows, "new_la_code", "E08000026", "Local authority", "value"));
        Assert.Equal("low", Row(rows, "new_la_code", "E06000019", "Local authority", "value"));
    }

    [Fact]
    public async Task Every_cell_of_every_table_is_a_number_or_a_symbol_of_the_standard()
    {
        foreach (var path in (string[])[Leavers, "/exports/collections/staff.csv"])
        {
            var rows = (await GetAsync(path)).Rows;
            string[] figures =
            [
                "value",
                "numerator",
                "denominator",
                "published_value",
                "contributors",
                "value_lower_ci",
            ];
            Assert.All(
                rows.SelectMany(row => figures.Select(figure => row[figure])),
                cell =>
                    Assert.True(cell is "z" or "x" or "c" or "low" or "k" or "u" || decimal.TryParse(cell, out _), cell)
            );
        }
    }

    [Fact]
    public async Task Collection_is_all_its_indicators_in_one_table()
    {
        var rows = (await GetAsync("/exports/collections/staff.csv")).Rows;

        Assert.Equal(["staff.leavers_count", "staff.change_count"], rows.Select(row => row["indicator"]).Distinct());
        Assert.Equal(
            (await GetAsync(Leavers)).Rows.Select(row => row["value"]),
            rows.Where(row => row["indicator"] == "staff.leavers_count").Select(row => row["value"])
        );
    }

    [Fact]
    public async Task Council_goes_out_beside_its_comparators()
    {
        var address = await _client.ReadAsync(
            """{ council(code: "E08000031") { comparisonFile(indicators: ["staff.leavers_count"]) { data metadata } } }"""
        );
        Assert.Equal(
            """{"council":{"comparisonFile":{"data":"/exports/councils/E08000031/comparison.csv?indicators=staff.leavers_count","metadata":"/exports/councils/E08000031/comparison.meta.csv?indicators=staff.leavers_count"}}}""",
            address
        );

        var rows = (await GetAsync("/exports/councils/E08000031/comparison.csv?indicators=staff.leavers_count")).Rows;

        Assert.Equal(
            ["Region", "Network", "Neighbours", "CouncilType", "England"],
            rows.Select(row => row["comparator"])
        );
        Assert.All(rows, row => Assert.Equal(("E08000031", "20"), (row["new_la_code"], row["value"])));
        Assert.Equal("20", rows[0]["comparator_weighted"]);
        Assert.Equal("x", rows[1]["comparator_weighted"]);
    }

    [Fact]
    public async Task Basket_has_as_many_indicators_as_a_comparison()
    {
        var many = string.Join(',', Enumerable.Repeat("staff.leavers_count", 31));
        var file = await GetAsync($"/exports/councils/E08000031/comparison.csv?indicators={many}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, file.Status);
        Assert.Contains("TOO_MANY_INDICATORS", file.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/exports/indicators/CSW-01.csv")]
    [InlineData("/exports/indicators/staff.leavers_count")]
    [InlineData("/exports/indicators/staff.leavers_count.json")]
    [InlineData("/exports/publications/staff/2.csv")]
    [InlineData("/exports/publications/staff/-1.csv")]
    [InlineData("/exports/publications/none/1.csv")]
    [InlineData("/exports/collections/agency.csv")]
    [InlineData("/exports/councils/E08000031/comparison.csv")]
    [InlineData("/exports/councils/X/comparison.csv?indicators=staff.leavers_count")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        var file = await GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, file.Status);
        Assert.Contains("NOT_FOUND", file.Text, StringComparison.Ordinal);
        Assert.Equal("no-store", file.Response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Tag_spares_the_transfer_until_something_changes()
    {
        var first = await GetAsync(Leavers);
        var again = await SendAsync(HttpMethod.Get, Leavers, first.Tag);
        var other = await SendAsync(HttpMethod.Get, Leavers, "\"another\"");

        Assert.Matches("^\"[A-Za-z0-9_-]{32}\"$", first.Tag);
        Assert.Equal((HttpStatusCode.NotModified, "", first.Tag), (again.Status, again.Text, again.Tag));
        Assert.Equal((HttpStatusCode.OK, first.Text), (other.Status, other.Text));
        Assert.Equal("Accept, Authorization, Cookie, On-Behalf-Of", string.Join(", ", first.Response.Headers.Vary));
        Assert.NotEqual(first.Tag, (await GetAsync("/exports/indicators/staff.leavers_count.meta.csv")).Tag);
    }

    [Fact]
    public async Task Head_says_what_a_get_would_and_sends_nothing()
    {
        var get = await GetAsync(Leavers);
        var head = await SendAsync(HttpMethod.Head, Leavers, tag: null);

        Assert.Equal((HttpStatusCode.OK, "", get.Tag), (head.Status, head.Text, head.Tag));
        Assert.Equal(Encoding.UTF8.GetByteCount(get.Text), head.Response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Files_are_paid_from_the_callers_budget_by_their_cells()
    {
        using var data = new TemporaryFolder();
        await using var process = await ServerProcess.StartAsync(
            data.Path,
            ["--urls", "http://127.0.0.1:0", "--rate-limit", "10000"],
            new Dictionary<string, string?>()
        );
        using var client = new NetworkClient(process.Address, data.Info);
        var imported = await client.UploadAsync(As.AllRoles, "staff.csv", Encoding.UTF8.GetBytes(File));
        Assert.True(imported.Status == HttpStatusCode.OK, imported.Text);
        var fetched = 0;
        var file = await FetchAsync();
        // Two indicators of 163 areas in 21 columns are some 700 units of the 10,000.
        while (file.Status == HttpStatusCode.OK && ++fetched < 60)
        {
            file = await FetchAsync();
        }

        Assert.InRange(fetched, 5, 50);
        Assert.Equal(HttpStatusCode.TooManyRequests, file.Status);
        Assert.NotNull(file.Response.Headers.RetryAfter);
        Assert.Contains("RATE_LIMITED", file.Text, StringComparison.Ordinal);

        Task<ExportedFile> FetchAsync() =>
            ExportedFile.GetAsync(client, "/exports/collections/staff.csv", As.Anonymous, null);
    }

    [Fact]
    public async Task List_names_every_table_and_each_can_be_fetched()
    {
        var answer = await _client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/exports"), As.Anonymous);
        var tables = answer.Body.At("tables").EnumerateArray().ToArray();

        Assert.Equal(["VINTAGE", "COLLECTION", "INDICATOR", "INDICATOR"], tables.Select(table => table.Text("kind")));
        foreach (var table in tables)
        {
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(table.Text("file.data")!)).Status);
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(table.Text("file.metadata")!)).Status);
        }
    }

    [Fact]
    public async Task Things_say_where_their_files_are() =>
        Assert.Equal(
            """{"indicator":{"file":{"data":"/exports/indicators/staff.leavers_count.csv"}},"publication":{"file":{"data":"/exports/collections/staff.csv"},"vintages":[{"file":{"data":"/exports/publications/staff/1.csv","metadata":"/exports/publications/staff/1.meta.csv"}}]}}""",
            await _client.ReadAsync(
                """
                { indicator(code: "staff.leavers_count") { file { data } }
                  publication(code: "staff") { file { data } vintages { file { data metadata } } } }
                """
            )
        );

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\t-5", "'\t-5")]
    [InlineData("=\"a,b\"", "\"'=\"\"a,b\"\"\"")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("+2", "+2")]
    [InlineData("-", "'-")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("low", "low")]
    [InlineData("Herefordshire, County of", "\"Herefordshire, County of\"")]
    [InlineData("a \"b\"", "\"a \"\"b\"\"\"")]
    [InlineData("", "")]
    public void Nothing_that_a_spreadsheet_would_run_leaves_and_numbers_stay_numbers(string text, string cell) =>
        Assert.Equal(cell, CsvText.Cell(text));

    private Task<ExportedFile> GetAsync(string path) => SendAsync(HttpMethod.Get, path, tag: null);

    private Task<ExportedFile> SendAsync(HttpMethod method, string path, string? tag) =>
        ExportedFile.SendAsync(_client, method, path, token: null, tag);

    private static string Row(
        IReadOnlyList<IReadOnlyDictionary<string, string>> rows,
        string column,
        string code,
        string level,
        string cell
    ) => rows.Single(row => row["geographic_level"] == level && row[column] == code)[cell];

    /// <summary>A server with the small publication.</summary>
    public sealed class Server : IAsyncLifetime
    {
        private readonly RunningServer _server = new();

        internal NetworkClient Client => _server.Client;

        public async ValueTask InitializeAsync()
        {
            await _server.InitializeAsync();
            var answer = await _server.Client.UploadAsync(As.AllRoles, "staff.csv", Encoding.UTF8.GetBytes(File));
            Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        }

        public ValueTask DisposeAsync() => _server.DisposeAsync();
    }
}
