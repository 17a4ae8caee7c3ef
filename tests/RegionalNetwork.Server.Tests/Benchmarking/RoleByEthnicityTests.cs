using System.Net;
using System.Text;
using System.Text.Json;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Benchmarking;

/// <summary>Role by ethnicity on a small file of our own: shares, what is known, ratios, and symbols in every part.</summary>
public sealed class RoleByEthnicityTests : IClassFixture<RoleByEthnicityTests.Server>
{
    private const string Mixed = "Mixed / Multiple ethnic groups";
    private const string Asian = "Asian / Asian British";
    private const string Black = "Black / African / Caribbean / Black British";
    private const string Other = "Other ethnic group";
    private readonly NetworkClient _client;

    public RoleByEthnicityTests(Server server) => _client = server.Client;

    [Fact]
    public async Task Share_is_of_those_whose_ethnicity_is_known_with_its_base_and_how_many_that_is()
    {
        var benchmark = await BenchmarkAsync("CSW-13-BLACK");

        Assert.Equal(20, Value(benchmark, "E08000031"));
        Assert.Equal("16/80", Parts(benchmark, "E08000031"));
        Assert.Equal(80, benchmark.At("completeness.rows").Row("E08000031").At("figure.value").GetDouble());
        Assert.Equal("Ethnicity known", benchmark.Text("completeness.indicator.name"));
        // Wolverhampton, Solihull (low is 0) and Birmingham; Walsall's c leaves its 50 out below too.
        Assert.Equal(16.0 / (80 + 30 + 20) * 100, benchmark.At("region.value").GetDouble(), 10);
        Assert.Equal(180.0 / 210 * 100, benchmark.At("completeness.region.value").GetDouble(), 10);
    }

    [Theory]
    [InlineData("E08000026", "x", "NOT_AVAILABLE")]
    [InlineData("E08000027", "c", "CONFIDENTIAL")]
    [InlineData("E08000028", "z", "NOT_APPLICABLE")]
    [InlineData("E08000029", "low", "LOW")]
    public async Task Symbol_is_a_status_and_never_a_number(string council, string text, string status)
    {
        var benchmark = await BenchmarkAsync("CSW-13-BLACK");
        var figure = benchmark.At("rows").Row(council).At("figure");

        Assert.Equal((status, JsonValueKind.Null), (figure.Text("status"), figure.At("value").ValueKind));
        Assert.Equal(text, figure.Text("numerator.text"));
    }

    [Fact]
    public async Task Low_counts_as_nothing_in_a_sum_and_other_symbols_leave_their_council_out()
    {
        var region = (await BenchmarkAsync("CSW-13-ASIAN")).At("region");

        // Walsall's low counts as 0 of 50; of Coventry, Dudley and Sandwell nothing is known.
        Assert.Equal((4.0, 180.0), (region.At("numerator").GetDouble(), region.At("denominator").GetDouble()));
        Assert.Equal(
            ["Walsall"],
            region.At("coverage.countedAsZero").EnumerateArray().Select(name => name.GetString())
        );
        Assert.Equal(4, region.At("coverage.contributors").GetInt32());
    }

    [Fact]
    public async Task Ratio_divides_the_rate_of_a_group_by_the_rate_of_White_workers_and_pools_by_sums()
    {
        var benchmark = await BenchmarkAsync("WRES-9-CSWW");

        // (2/24) / (7/56)
        Assert.Equal(2.0 / 24 / (7.0 / 56), Value(benchmark, "E08000031"), 10);
        Assert.Equal("2/24", Parts(benchmark, "E08000031"));
        Assert.Equal("7/56", ReferenceParts(benchmark, "E08000031"));
        // Wolverhampton, Solihull and Birmingham.
        Assert.Equal(
            (2.0 + 1 + 1) / (24 + 2 + 2) / ((7.0 + 2 + 0) / (56 + 25 + 18)),
            benchmark.At("region.value").GetDouble(),
            10
        );
        Assert.Equal(
            (9.0, 99.0),
            (
                benchmark.At("region.referenceNumerator").GetDouble(),
                benchmark.At("region.referenceDenominator").GetDouble()
            )
        );
    }

    [Fact]
    public async Task Ratio_has_an_interval_and_none_where_it_happened_to_nobody()
    {
        var rows = (await BenchmarkAsync("WRES-9-CSWW")).At("rows");
        var interval = rows.Row("E08000031").At("interval.percent95");
        // Katz: exp(ln(2/3) -+ 1.959964 * sqrt(1/2 - 1/24 + 1/7 - 1/56)).
        var reach = Math.Exp(1.9599639845 * Math.Sqrt((1 / 2.0) - (1 / 24.0) + (1 / 7.0) - (1 / 56.0)));

        Assert.Equal(2 / 3.0 / reach, interval.At("lower").GetDouble(), 8);
        Assert.Equal(2 / 3.0 * reach, interval.At("upper").GetDouble(), 8);
        var nobody = (await BenchmarkAsync("WRES-9-CSWW-ASIAN")).At("rows").Row("E08000031");
        Assert.Equal(JsonValueKind.Null, nobody.At("interval").ValueKind);
        Assert.Equal(0, nobody.At("figure.value").GetDouble());
    }

    [Fact]
    public async Task Ratio_to_a_group_of_whom_nobody_is_a_senior_manager_does_not_exist()
    {
        var figure = (await BenchmarkAsync("WRES-9-CSWW")).At("rows").Row("E08000025").At("figure");

        Assert.Equal(("NOT_APPLICABLE", JsonValueKind.Null), (figure.Text("status"), figure.At("value").ValueKind));
    }

    [Fact]
    public async Task Catalogue_says_what_was_pooled()
    {
        Assert.Equal(
            """{"indicator":{"interval":"KATZ","dimensions":[],"completeness":{"code":"CSW-14"},"formula":{"kind":"RELATIVE_LIKELIHOOD","groups":{"group":"Minority ethnic","items":["Mixed / Multiple ethnic groups","Asian / Asian British","Black / African / Caribbean / Black British","Other ethnic group"],"reference":"White"}}}}""",
            await _client.ReadAsync(
                """
                { indicator(code: "WRES-9-CSWW") { interval dimensions { label } completeness { code }
                    formula { kind groups { group items reference } } } }
                """
            )
        );
    }

    private async Task<JsonElement> BenchmarkAsync(string indicator) =>
        (await RoleByEthnicity.BenchmarkAsync(_client, indicator, "2023", "E12000005")).Clone();

    private static double Value(JsonElement benchmark, string council) =>
        benchmark.At("rows").Row(council).At("figure.value").GetDouble();

    private static string Parts(JsonElement benchmark, string council) =>
        $"{Cell(benchmark, council, "numerator")}/{Cell(benchmark, council, "denominator")}";

    private static string ReferenceParts(JsonElement benchmark, string council) =>
        $"{Cell(benchmark, council, "referenceNumerator")}/{Cell(benchmark, council, "referenceDenominator")}";

    private static string? Cell(JsonElement benchmark, string council, string part) =>
        benchmark.At("rows").Row(council).Text($"figure.{part}.text");

    /// <summary>A server with the small file.</summary>
    public sealed class Server : IAsyncLifetime
    {
        private readonly RunningServer _server = new();

        internal NetworkClient Client => _server.Client;

        public async ValueTask InitializeAsync()
        {
            await _server.InitializeAsync();
            var answer = await _server.Client.UploadAsync(As.AllRoles, "roles.csv", File);
            Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
            Assert.Equal("csww-role-by-ethnicity", answer.Body.Text("publication"));
        }

        public ValueTask DisposeAsync() => _server.DisposeAsync();

        private static byte[] File
        {
            get
            {
                var file = new StringBuilder(
                    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
                        + "old_la_code,new_la_code,la_name,role,breakdown_topic,breakdown,"
                        + "inpost_fte,inpost_fte_percent,inpost_headcount,inpost_headcount_percent\n"
                );
                //                                      total known unknown White Mixed Asian Black Other
                Add("336", "E08000031", "Wolverhampton", "100", "80", "20", "56", "4", "4", "16", "0");
                Senior("336", "E08000031", "Wolverhampton", "10", "9", "1", "7", "1", "0", "1", "0");
                Add("332", "E08000027", "Dudley", "c", "c", "c", "c", "c", "c", "c", "c");
                Senior("332", "E08000027", "Dudley", "c", "c", "c", "c", "c", "c", "c", "c");
                Add("333", "E08000028", "Sandwell", "z", "z", "z", "z", "z", "z", "z", "z");
                Senior("333", "E08000028", "Sandwell", "z", "z", "z", "z", "z", "z", "z", "z");
                Add("331", "E08000026", "Coventry", "x", "x", "x", "x", "x", "x", "x", "x");
                Senior("331", "E08000026", "Coventry", "x", "x", "x", "x", "x", "x", "x", "x");
                Add("334", "E08000029", "Solihull", "40", "30", "10", "25", "1", "0", "low", "1");
                Senior("334", "E08000029", "Solihull", "2", "2", "0", "2", "0", "0", "1", "0");
                Add("335", "E08000030", "Walsall", "50", "50", "0", "40", "5", "low", "c", "5");
                Senior("335", "E08000030", "Walsall", "0", "0", "0", "0", "0", "0", "c", "0");
                Add("330", "E08000025", "Birmingham", "20", "20", "0", "18", "1", "0", "0", "1");
                Senior("330", "E08000025", "Birmingham", "1", "1", "0", "0", "0", "0", "0", "1");
                return Encoding.UTF8.GetBytes(file.ToString());

                void Add(string old, string code, string name, params string[] cells) =>
                    Rows("Total", old, code, name, cells);

                void Senior(string old, string code, string name, params string[] cells) =>
                    Rows("Senior manager", old, code, name, cells);

                void Rows(string role, string old, string code, string name, string[] cells)
                {
                    string[] groups = ["Total", "Known", "Not known", "White", Mixed, Asian, Black, Other];
                    foreach (var (group, cell) in groups.Zip(cells))
                    {
                        file.Append(
                            $"2023,Reporting year,Local authority,E92000001,England,E12000005,West Midlands,{old},{code},{name},"
                                + $"{role},Ethnicity major,{group},{cell},{Share(cell, cells)},{cell},{Share(cell, cells)}\n"
                        );
                    }
                }

                static string Share(string cell, string[] cells) =>
                    double.TryParse(cell, out var count) && double.TryParse(cells[1], out var known) && known > 0
                        ? (count / known * 100).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)
                    : double.TryParse(cell, out _) ? "z"
                    : cell;
            }
        }
    }
}
