using System.Net;
using RegionalNetwork.Server.Tests.Running;
using static RegionalNetwork.Server.Tests.Returns.AgencyReturns;

namespace RegionalNetwork.Server.Tests.Returns;

public sealed class ReturnUploadTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Coventry = "E08000026";
    private const string Dudley = "E08000027";
    private const string Sandwell = "E08000028";

    private NetworkClient Client => server.Client;

    [Fact]
    public async Task Twenty_faults_are_refused_with_twenty_messages_and_the_corrected_table_is_in_one_call_later()
    {
        var lines = Table(Coventry, "Coventry", 5).Split('\n');
        lines[0] = lines[0].Replace("hours_charged", "hours", StringComparison.Ordinal) + ",agency_fte,note";
        lines[1] = "202324,Financial year Q2,E08000027,Dudley,Social workr,5.5,x,c,1%,\"1,000\",low,-1,,=A1,1,1";
        lines[2] += ",1,1,1";
        lines[3] = lines[3].Replace(",5,5,5", ",many,5,5", StringComparison.Ordinal) + ",1,1";
        lines[4] = lines[4].Replace(",5,5,5", ",4,5,5", StringComparison.Ordinal) + ",1,1";
        lines[5] += ",1,1";
        lines[6] += ",1,1";

        var refused = await Client.UploadReturnAsync(As.DataOfficer(Coventry), Coventry, string.Join('\n', lines));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(
            [
                "1 hours HEADING_UNKNOWN",
                "1 agency_fte HEADING_DUPLICATE",
                "1 note HEADING_UNKNOWN",
                "1 hours_charged HEADING_MISSING",
                "2 time_period PERIOD_WRONG",
                "2 time_identifier TIME_IDENTIFIER_WRONG",
                "2 new_la_code COUNCIL_WRONG",
                "2 la_name NAME_WRONG",
                "2 job_type ITEM_UNKNOWN",
                "2 assignments FIGURE_NOT_WHOLE",
                "2 assignments_in_breach SYMBOL_NOT_ALLOWED",
                "2 amount_charged FIGURE_NOT_A_NUMBER",
                "2 agency_fte SYMBOL_NOT_ALLOWED",
                "2 project_team_fte FIGURE_TOO_SMALL",
                "2 agency_spend FIGURE_BLANK",
                "2 social_work_spend CELL_FORMULA",
                "3  ROW_WRONG_LENGTH",
                "4 assignments FIGURE_NOT_A_NUMBER",
                "5 assignments_over_cap PART_OVER_WHOLE",
                "5 assignments_in_breach PART_OVER_WHOLE",
            ],
            refused
                .Body.At("faults")
                .EnumerateArray()
                .Select(fault => $"{fault.At("row")} {fault.Text("column")} {fault.Text("code")}")
        );
        Assert.All(
            refused.Body.At("faults").EnumerateArray(),
            fault => Assert.Matches(@"^[A-Z0-9].*\.$", fault.Text("message"))
        );

        var accepted = await Client.UploadReturnAsync(
            As.DataOfficer(Coventry),
            Coventry,
            Table(Coventry, "Coventry", 5),
            ("submit", "true")
        );

        Assert.Equal(
            """{"collection":"agency","period":"202425-Q1","councils":["E08000026"],"draft":1,"submitted":true,"faultCount":0,"faults":[],"warnings":[]}""",
            accepted.Text
        );
    }

    [Fact]
    public async Task Another_councils_people_are_refused_without_a_trace()
    {
        var before = await PositionAsync();

        var refused = await Client.UploadReturnAsync(As.DataOfficer(Dudley), Sandwell, Table(Sandwell, "Sandwell", 5));
        var faulty = await Client.UploadReturnAsync(As.DataOfficer(Dudley), Sandwell, "nonsense");

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal(refused.Text, faulty.Text);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Client.UploadReturnAsync(As.Anonymous, Sandwell, "")).Status);
        Assert.Equal(before, await PositionAsync());
        Assert.Equal(
            """{"council":{"returns":[]}}""",
            await Client.ReadAsync(
                $$"""{ council(code: "{{Sandwell}}") { returns { status } } }""",
                As.DataOfficer(Sandwell)
            )
        );
    }

    [Fact]
    public async Task Unexplained_warnings_keep_a_return_a_draft_until_they_are_explained()
    {
        await Client.ReleaseAsync("E08000029", "Solihull", 5);
        var table = Table("E08000029", "Solihull", 10, "Q2");
        var officer = As.DataOfficer("E08000029");

        var waiting = await UploadNextAsync("");
        Assert.False(waiting.Body.At("submitted").GetBoolean());
        var warnings = waiting.Body.At("warnings").EnumerateArray().ToArray();
        Assert.All(warnings, warning => Assert.Equal("SWING", warning.Text("code")));
        Assert.Contains(
            "assignments was 25 last time and is 50 now, up 100%.",
            warnings.Select(warning => warning.Text("message"))
        );

        var explained = await UploadNextAsync(
            "["
                + string.Join(
                    ',',
                    warnings.Select(w =>
                        $$"""{"field":"{{w.Text("field")}}","item":"{{w.Text("item")}}","text":"More of all."}"""
                    )
                )
                + "]"
        );
        Assert.True(explained.Body.At("submitted").GetBoolean(), explained.Text);

        async Task<Answer> UploadNextAsync(string explanations)
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent(table), "data", "q2.csv" },
                { new StringContent("E08000029"), "council" },
                { new StringContent("202425-Q2"), "period" },
                { new StringContent("true"), "submit" },
                { new StringContent(explanations), "explanations" },
            };
            return await Client.SendAsync(
                new HttpRequestMessage(HttpMethod.Post, "/returns/agency") { Content = form },
                officer
            );
        }
    }

    [Theory]
    [InlineData("/returns/nothing/schema.json")]
    [InlineData("/returns/nothing/template.csv?council=E08000026&period=202425-Q1")]
    [InlineData("/returns/agency/template.csv?council=E08000026&period=202425")]
    [InlineData("/returns/agency/template.csv")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        var answer = await Client.GetAsync(As.Anonymous, address);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.NotEmpty(answer.Body.Texts("faults", "message"));
    }

    [Fact]
    public async Task A_file_that_is_no_table_is_refused_for_what_it_is()
    {
        var workbook = await Client.UploadReturnAsync(As.DataOfficer(Dudley), Dudley, "PK\u0003\u0004...");
        var tooLarge = await Client.UploadReturnAsync(As.DataOfficer(Dudley), Dudley, new string(',', 2 * 1024 * 1024));
        var noForm = await Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/returns/agency") { Content = new StringContent("") },
            As.DataOfficer(Dudley)
        );

        Assert.Equal(["FILE_IS_WORKBOOK"], workbook.Body.Texts("faults", "code"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, noForm.Status);
    }

    [Fact]
    public async Task The_table_schema_is_given_as_it_is_published()
    {
        var answer = await Client.GetAsync(As.Anonymous, "/returns/agency/schema.json");

        Assert.Equal("application/json", answer.ContentType);
        Assert.Equal("agency", answer.Body.Text("regionalNetwork.collection"));
    }

    [Fact]
    public async Task The_template_has_keys_and_items_and_the_last_figures_for_the_councils_own_people_alone()
    {
        await Client.ReleaseAsync("E08000030", "Walsall", 7);
        const string Address = "/returns/agency/template.csv?council=E08000030&period=202425-Q2";

        var empty = await Client.GetAsync(As.Anonymous, Address);
        Assert.StartsWith(
            $"{Heading}\r\n202425,Financial year Q2,E08000030,Walsall,Total,,,,,,,,,\r\n",
            empty.Text.TrimStart('\uFEFF'),
            StringComparison.Ordinal
        );
        Assert.Equal(empty.Text, (await Client.GetAsync(As.Psw(Coventry), $"{Address}&prefill=last")).Text);
        Assert.Contains(
            ",Total,35,35,35,35,35,35,35,35,350\r\n",
            (await Client.GetAsync(As.Psw("E08000030"), $"{Address}&prefill=last")).Text,
            StringComparison.Ordinal
        );
    }

    private async Task<string> PositionAsync() => await Client.ReadAsync("{ service { position } }");
}
