using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Councils;

public sealed class CouncilQueryTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Profile_of_a_council_is_one_request()
    {
        const string council = "E08000031";
        await server.Client.SucceedAsync(
            As.Psw(council),
            "appointPrincipalSocialWorker",
            $$"""principalSocialWorker: "psw-profile", council: "{{council}}", scope: BOTH, form: HYBRID, from: "2021-04-01" """,
            "principalSocialWorker { code }"
        );
        foreach (var (year, title) in new[] { ("2021-22", "Last year's"), ("2022-23", "First"), ("2022-23", "Second") })
        {
            await server.Client.SucceedAsync(
                As.Psw(council),
                "declarePriority",
                $$"""owner: { council: "{{council}}" }, year: "{{year}}", title: "{{title}}", theme: "T01" """,
                "priority { id }"
            );
        }

        await server.Client.SucceedAsync(
            As.Psw(council),
            "createWorkstream",
            $$"""code: "profiled", title: "Profiled", theme: "T02", leadCouncil: "{{council}}", startsOn: "2022-01-01" """,
            "workstream { code }"
        );

        Assert.Equal(
            """{"council":{"name":"Wolverhampton","type":"METROPOLITAN_DISTRICT","region":{"name":"West Midlands"},"threeDigitCode":"336","principalSocialWorkers":[{"title":"Principal Social Worker (joint)","form":"HYBRID"}],"priorities":[{"rank":1,"title":"First"},{"rank":2,"title":"Second"}],"workstreams":[{"title":"Profiled","theme":{"code":"T02"},"participants":[{"council":{"name":"Wolverhampton"},"principalSocialWorkers":[{"form":"HYBRID"}]}]}]}}""",
            await server.Client.ReadAsync(
                """
                {
                  council(code: "E08000031") {
                    name type region { name } threeDigitCode
                    principalSocialWorkers { title form }
                    priorities(year: "2022-23") { rank title }
                    workstreams { title theme { code } participants { council { name } principalSocialWorkers { form } } }
                  }
                }
                """,
                As.AllRoles
            )
        );
    }

    [Theory]
    [InlineData("E08000031", "E08000031")]
    [InlineData("336", "E08000031")]
    [InlineData("E10000002", "E06000060")]
    [InlineData("E08000020", "E08000037")]
    public async Task Old_and_short_codes_lead_to_the_council_of_today(string given, string expected) =>
        Assert.Equal(
            $$$"""{"council":{"code":"{{{expected}}}"}}""",
            await server.Client.ReadAsync($$"""{ council(code: "{{given}}") { code } }""")
        );

    [Fact]
    public async Task Abolished_council_is_shown_with_its_successors()
    {
        var council = (
            await server.Client.QueryAsync(
                """{ council(code: "E10000009") { name operationalTo successors { council { name } effective kind description } } }"""
            )
        ).Data.At("council");

        Assert.Equal(("Dorset", "2019-03-31"), (council.Text("name"), council.Text("operationalTo")));
        Assert.Contains("Dorset", council.At("successors").EnumerateArray().Select(s => s.Text("council.name")));
        Assert.All(council.At("successors").EnumerateArray(), each => Assert.EndsWith(".", each.Text("description")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("E99999999")]
    [InlineData("'; DROP TABLE entries; --")]
    public async Task Council_that_is_not_there_is_null(string code) =>
        Assert.Equal(
            """{"data":{"council":null}}""",
            (
                await server.Client.QueryAsync(
                    "query($code: String!) { council(code: $code) { name } }",
                    new { code },
                    As.Anonymous
                )
            ).Text
        );

    [Fact]
    public async Task England_has_153_councils_in_nine_regions()
    {
        var answer = await server.Client.QueryAsync(
            "{ councils { code } regions { code councils { code } parts { name councils { code } } } }"
        );

        Assert.Equal(153, answer.Data.At("councils").GetArrayLength());
        Assert.Equal(
            answer.Data.Texts("councils", "code").Order(),
            answer.Data.At("regions").EnumerateArray().SelectMany(region => region.Texts("councils", "code")).Order()
        );
        Assert.Equal(["Inner London", "Outer London"], answer.Data.Texts("regions.6.parts", "name"));
    }

    [Fact]
    public async Task Councils_that_share_a_priority_theme_are_one_request()
    {
        foreach (
            var (council, theme, further) in new[]
            {
                ("E08000026", "T07", ""),
                ("E08000025", "T08", "\"T07\""),
                ("E08000027", "T09", ""),
            }
        )
        {
            await server.Client.SucceedAsync(
                As.Psw(council),
                "declarePriority",
                $$"""owner: { council: "{{council}}" }, year: "2025-26", title: "Under {{theme}}", theme: "{{theme}}", furtherThemes: [{{further}}]""",
                "priority { id }"
            );
        }

        Assert.Equal(
            """{"theme":{"councils":[{"council":{"name":"Birmingham"},"priorities":[{"title":"Under T08"}]},{"council":{"name":"Coventry"},"priorities":[{"title":"Under T07"}]}],"other":[]}}""",
            await server.Client.ReadAsync(
                """{ theme(code: "T07") { councils(year: "2025-26") { council { name } priorities { title } } other: councils(year: "2024-25") { council { name } } } }""",
                As.AllRoles
            )
        );
    }
}
