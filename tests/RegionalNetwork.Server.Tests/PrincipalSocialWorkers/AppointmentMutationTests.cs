using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.PrincipalSocialWorkers;

public sealed class AppointmentMutationTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Dudley = "E08000027";

    /// <summary>Of one test only: the tests share a server, and this one reads everybody whom the council has.</summary>
    private const string Solihull = "E08000029";

    private const string Selection =
        "principalSocialWorker { code appointments { council { name } title scope form reportsTo from to } }";

    [Fact]
    public async Task Appointment_is_recorded_and_its_council_shows_it()
    {
        Assert.Equal(
            """{"code":"psw-new","appointments":[{"council":{"name":"Solihull"},"title":"Principal Social Worker (joint)","scope":"BOTH","form":"DEDICATED","reportsTo":"Director of Children's Services","from":"2021-04-01","to":null}]}""",
            await server.Client.SucceedAsync(
                As.Psw(Solihull),
                "appointPrincipalSocialWorker",
                $$"""principalSocialWorker: "psw-new", council: "{{Solihull}}", scope: BOTH, form: DEDICATED, reportsTo: "Director of Children's Services", from: "2021-04-01" """,
                Selection
            )
        );
        Assert.Equal(
            """{"council":{"before":[],"then":[{"principalSocialWorker":{"code":"psw-new"}}]}}""",
            await server.Client.ReadAsync(
                """
                {
                  council(code: "E08000029") {
                    before: principalSocialWorkers(on: "2021-03-31") { title }
                    then: principalSocialWorkers(on: "2021-04-01") { principalSocialWorker { code } }
                  }
                }
                """
            )
        );
    }

    [Fact]
    public async Task Code_is_made_for_who_gives_none_and_is_the_same_for_the_same_command()
    {
        var commandId = Changes.NewId();
        const string input = """council: "E08000028", scope: ADULTS, form: HYBRID, from: "2021-04-01" """;
        var codes = new List<string>();
        for (var sent = 0; sent < 2; sent++)
        {
            var answer = await server.Client.ChangeAsync(
                As.AllRoles,
                "appointPrincipalSocialWorker",
                commandId,
                input,
                "principalSocialWorker { code appointments { from } }"
            );
            codes.Add(Changes.Succeeded(answer).GetRawText());
        }

        Assert.StartsWith("""{"code":"psw-""", codes[0], StringComparison.Ordinal);
        Assert.Equal(codes[0], codes[1]);
    }

    [Theory]
    [InlineData(
        """principalSocialWorker: "a b", council: "E08000027" """,
        "",
        "INVALID_ID",
        "input.principalSocialWorker"
    )]
    [InlineData("""principalSocialWorker: "p1", council: "nowhere" """, "", "COUNCIL_NOT_FOUND", "input.council")]
    [InlineData("""council: "E08000027" """, "reportsTo: \"Ask a.b@c.gov.uk\"", "PERSONAL_DATA", "input.reportsTo")]
    public async Task Appointment_that_cannot_be_is_refused(string who, string more, string code, string path) =>
        Assert.Equal(
            (code, path),
            await server.Client.RefusedAsync(
                As.AllRoles,
                "appointPrincipalSocialWorker",
                $$"""{{who}}, scope: BOTH, form: DEDICATED, from: "2021-04-01", {{more}}"""
            )
        );

    [Fact]
    public async Task Second_appointment_of_the_same_person_waits_for_the_end_of_the_first()
    {
        await AppointAsync("psw-twice");

        Assert.Equal(
            ("ALREADY_APPOINTED", "input.from"),
            await server.Client.RefusedAsync(
                As.AllRoles,
                "appointPrincipalSocialWorker",
                """principalSocialWorker: "psw-twice", council: "E08000025", scope: BOTH, form: DEDICATED, from: "2022-04-01" """
            )
        );
    }

    [Fact]
    public async Task Form_changes()
    {
        await AppointAsync("psw-form");

        Assert.Contains(
            "\"form\":\"HYBRID\"",
            await server.Client.SucceedAsync(
                As.Psw(Dudley),
                "changeAppointmentForm",
                """principalSocialWorker: "psw-form", form: HYBRID, on: "2022-01-01" """,
                Selection
            ),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ("CHANGE_OUT_OF_ORDER", "input.on"),
            await server.Client.RefusedAsync(
                As.Psw(Dudley),
                "changeAppointmentForm",
                """principalSocialWorker: "psw-form", form: DEDICATED, on: "2021-12-31" """
            )
        );
    }

    [Fact]
    public async Task Reporting_line_changes()
    {
        await AppointAsync("psw-line");

        Assert.Contains(
            "\"reportsTo\":\"Assistant Director\"",
            await server.Client.SucceedAsync(
                As.Psw(Dudley),
                "changeReportingLine",
                """principalSocialWorker: "psw-line", reportsTo: "Assistant Director", on: "2022-01-01" """,
                Selection
            ),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ("TEXT_REQUIRED", "input.reportsTo"),
            await server.Client.RefusedAsync(
                As.Psw(Dudley),
                "changeReportingLine",
                """principalSocialWorker: "psw-line", reportsTo: "", on: "2023-01-01" """
            )
        );
    }

    [Fact]
    public async Task Appointment_ends()
    {
        await AppointAsync("psw-end");

        Assert.Equal(
            ("INVALID_DATES", "input.to"),
            await server.Client.RefusedAsync(
                As.Psw(Dudley),
                "endAppointment",
                """principalSocialWorker: "psw-end", to: "2020-01-01" """
            )
        );
        Assert.Contains(
            "\"to\":\"2023-03-31\"",
            await server.Client.SucceedAsync(
                As.Psw(Dudley),
                "endAppointment",
                """principalSocialWorker: "psw-end", to: "2023-03-31" """,
                Selection
            ),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("changeAppointmentForm", """form: HYBRID, on: "2022-01-01" """)]
    [InlineData("changeReportingLine", """reportsTo: "Director", on: "2022-01-01" """)]
    [InlineData("endAppointment", """to: "2022-01-01" """)]
    public async Task Person_without_an_appointment_cannot_be_changed(string field, string input) =>
        Assert.Equal(
            ("NOT_APPOINTED", "input.principalSocialWorker"),
            await server.Client.RefusedAsync(As.AllRoles, field, $"principalSocialWorker: \"psw-nobody\", {input}")
        );

    [Fact]
    public async Task Principal_social_worker_of_another_council_is_refused()
    {
        await AppointAsync("psw-own");

        Assert.Equal(
            ("NOT_PERMITTED", ""),
            await server.Client.RefusedAsync(
                As.Psw("E08000025"),
                "endAppointment",
                """principalSocialWorker: "psw-own", to: "2022-01-01" """
            )
        );
        Assert.Equal(
            ("NOT_PERMITTED", ""),
            await server.Client.RefusedAsync(
                As.Psw("E08000025"),
                "appointPrincipalSocialWorker",
                $$"""council: "{{Dudley}}", scope: BOTH, form: DEDICATED, from: "2021-04-01" """
            )
        );
    }

    private Task<string> AppointAsync(string code) =>
        server.Client.SucceedAsync(
            As.Psw(Dudley),
            "appointPrincipalSocialWorker",
            $$"""principalSocialWorker: "{{code}}", council: "{{Dudley}}", scope: CHILDRENS, form: DEDICATED, from: "2021-04-01" """,
            "principalSocialWorker { code }"
        );
}
