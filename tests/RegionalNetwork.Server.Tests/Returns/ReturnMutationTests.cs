using System.Text.Json;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Tests.Running;
using static RegionalNetwork.Server.Tests.Returns.AgencyReturns;

namespace RegionalNetwork.Server.Tests.Returns;

public sealed class ReturnMutationTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Coventry = "E08000026";
    private const string Dudley = "E08000027";
    private const string Sandwell = "E08000028";
    private const string Solihull = "E08000029";
    private const string Walsall = "E08000030";

    private NetworkClient Client => server.Client;

    [Fact]
    public async Task A_return_goes_from_entry_to_a_round()
    {
        Assert.Equal(
            """{"status":"DRAFT","period":"202425-Q1","collection":{"code":"agency"},"councils":[{"name":"Coventry"}],"draft":{"number":1,"warnings":[],"figures":[{"item":"Total","field":"assignments","value":25,"qualifier":"EXACT","status":"VALUE","text":"25"}]},"vintages":[]}""",
            await OneFigureAsync()
        );
        await Client.SucceedAsync(As.Psw(Coventry), "submitReturn", Of(Coventry), "return { status }");
        await Client.SucceedAsync(
            As.Approver(Coventry),
            "approveReturn",
            $"{Of(Coventry)}, draft: 1",
            "return { status }"
        );
        Assert.Equal(
            """{"status":"RELEASED","vintages":[{"number":1,"releases":[{"level":"NATION"}]}]}""",
            await Client.SucceedAsync(
                As.Approver(Coventry),
                "releaseReturn",
                $"{Of(Coventry)}, level: NATION",
                "return { status vintages { number releases { level } } }"
            )
        );
        Assert.Equal("""{"number":1,"returns":1}""", await CompileAsync());
        Assert.Equal("""{"number":1,"returns":1}""", await CompileAsync());
    }

    private async Task<string> CompileAsync() =>
        await Client.SucceedAsync(
            As.NationalOffice,
            "compileReturnRound",
            $"""collection: "agency", period: "{Period}" """,
            "round { number returns }"
        );

    private async Task<string> OneFigureAsync()
    {
        var text = await EnterAsync(
            As.DataOfficer(Coventry),
            Coventry,
            Table(Coventry, "Coventry", 5),
            "return { status period collection { code } councils { name } draft { number warnings { code } figures { item field value qualifier status text } } vintages { number } }"
        );
        // The rest of the figures says no more.
        var start = text.IndexOf("\"figures\":[", StringComparison.Ordinal) + "\"figures\":[".Length;
        var end = text.IndexOf(']', start);
        return text[..(text.IndexOf('}', start) + 1)] + text[end..];
    }

    [Fact]
    public async Task A_faulty_table_is_refused_with_the_place_of_each_fault()
    {
        var table = Table(Dudley, "Dudley", 5).Replace("Team manager,5", "Team manager,five", StringComparison.Ordinal);

        var answer = await Client.ChangeAsync(
            As.DataOfficer(Dudley),
            "enterReturn",
            $"{Of(Dudley)}, csv: {JsonSerializer.Serialize(table)}",
            "return { status }"
        );

        var problem = Assert.Single(answer.Data.At("payload.problems").EnumerateArray());
        Assert.Equal(
            ["input", "csv", "5", "assignments"],
            problem.At("path").EnumerateArray().Select(step => step.GetString())
        );
        Assert.StartsWith(
            "Row 5, column assignments, \"five\": Write",
            problem.Text("message"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Another_person_approves()
    {
        var both = new Actor("test:both", [.. As.DataOfficer(Sandwell).Grants, .. As.Approver(Sandwell).Grants]);
        await EnterAsync(both, Sandwell, Table(Sandwell, "Sandwell", 5), "return { status }");
        await Client.SucceedAsync(As.DataOfficer(Sandwell), "submitReturn", Of(Sandwell), "return { status }");

        Assert.Equal(
            ("APPROVER_ENTERED_IT", ""),
            await Client.RefusedAsync(both, "approveReturn", $"{Of(Sandwell)}, draft: 1")
        );
        Assert.Equal(
            """{"status":"APPROVED"}""",
            await Client.SucceedAsync(
                As.Approver(Sandwell),
                "approveReturn",
                $"{Of(Sandwell)}, draft: 1",
                "return { status }"
            )
        );
    }

    [Fact]
    public async Task A_network_sees_who_has_handed_in_and_asks_and_nobody_sees_figures()
    {
        await NetworkAsync("asking", Solihull, Walsall);
        var analyst = new Actor("test:analyst", [new(Role.RegionalAnalyst, Place.Network("asking"))]);
        var due =
            $$"""{ network(code: "asking") { returnsDue(collection: "agency", period: "{{Period}}") { council { code } progress vintage questions { text answer } } } }""";
        await EnterAsync(As.DataOfficer(Solihull), Solihull, Table(Solihull, "Solihull", 5), "return { status }");
        const string Nothing =
            """{"network":{"returnsDue":[{"council":{"code":"E08000029"},"progress":"NOT_SUBMITTED","vintage":null,"questions":[]},{"council":{"code":"E08000030"},"progress":"NOT_SUBMITTED","vintage":null,"questions":[]}]}}""";

        Assert.Equal(Nothing, await Client.ReadAsync(due, analyst));
        Assert.Equal(
            ("RETURN_NOT_FOUND", "input.period"),
            await Client.RefusedAsync(
                analyst,
                "askAboutReturn",
                $"{Of(Solihull)}, network: \"asking\", text: \"Sure?\""
            )
        );
        await Client.SucceedAsync(As.DataOfficer(Solihull), "submitReturn", Of(Solihull), "return { status }");
        await Client.SucceedAsync(
            analyst,
            "askAboutReturn",
            $"""{Of(Solihull)}, network: "asking", field: "assignments", item: "Total", text: "Sure?" """,
            "question { number }"
        );
        await Client.SucceedAsync(
            As.DataOfficer(Solihull),
            "answerReturnQuestion",
            $"""{Of(Solihull)}, question: 1, text: "Yes." """,
            "return { questions { answer } }"
        );
        Assert.Contains(
            """{"council":{"code":"E08000029"},"progress":"SUBMITTED","vintage":null,"questions":[{"text":"Sure?","answer":"Yes."}]}""",
            await Client.ReadAsync(due, analyst),
            StringComparison.Ordinal
        );
        Assert.Equal("""{"network":{"returnsDue":[]}}""", await Client.ReadAsync(due, As.Psw(Walsall)));
        Assert.Equal(
            """{"council":{"returns":[]}}""",
            await Client.ReadAsync($$"""{ council(code: "{{Solihull}}") { returns { status } } }""", analyst)
        );
    }

    [Theory]
    [InlineData("nothing", Coventry, Period, "COLLECTION_NOT_FOUND", "input.collection")]
    [InlineData("agency", "E08000026+E08000027", Period, "COUNCIL_NOT_FOUND", "input.council")]
    [InlineData("agency", Coventry, "202425", "PERIOD_NOT_FOUND", "input.period")]
    public async Task What_is_no_return_is_refused(
        string collection,
        string council,
        string period,
        string code,
        string path
    ) =>
        Assert.Equal(
            (code, path),
            await Client.RefusedAsync(
                As.AllRoles,
                "submitReturn",
                $"""collection: "{collection}", council: "{council}", period: "{period}" """
            )
        );

    [Fact]
    public async Task Collections_say_what_is_returned() =>
        Assert.Equal(
            """{"returnCollection":{"title":"Agency child and family social workers","frequency":"QUARTERLY","scope":"CHILDRENS","breakdowns":[{"column":"job_type"}],"items":["Total","Social worker","Senior social worker","Advanced practitioner","Team manager","Other social work role"]}}""",
            await Client.ReadAsync(
                """{ returnCollection(code: "agency") { title frequency scope breakdowns { column } items } }"""
            )
        );

    private Task<string> EnterAsync(Actor actor, string council, string table, string selection) =>
        Client.SucceedAsync(actor, "enterReturn", $"{Of(council)}, csv: {JsonSerializer.Serialize(table)}", selection);

    private async Task NetworkAsync(string code, params string[] councils)
    {
        await Client.SucceedAsync(
            As.AllRoles,
            "foundNetwork",
            $"""code: "{code}", name: "{code}", scope: BOTH""",
            "network { code }"
        );
        foreach (var council in councils)
        {
            await Client.SucceedAsync(
                As.AllRoles,
                "admitCouncilToNetwork",
                $"""network: "{code}", council: "{council}", from: "2020-04-01" """,
                "network { code }"
            );
        }
    }
}
