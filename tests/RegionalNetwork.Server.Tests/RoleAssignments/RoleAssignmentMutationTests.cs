using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.RoleAssignments;

public sealed class RoleAssignmentMutationTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Wolverhampton = "E08000031";
    private const string Coventry = "E08000026";

    private const string OfWolverhampton =
        """place: { kind: COUNCIL, code: "E08000031" }, role: PRINCIPAL_SOCIAL_WORKER""";

    [Fact]
    public async Task Role_is_offered_accepted_shown_and_ended()
    {
        var (assignment, code) = await OfferAsync(As.Approver(Wolverhampton), OfWolverhampton);
        var person = Somebody();

        Assert.Equal(
            """{"status":"HELD","person":"PERSON","offeredBy":"test:approver-E08000031","place":{"council":{"code":"E08000031"}}}""".Replace(
                "PERSON",
                person.Subject,
                StringComparison.Ordinal
            ),
            await server.Client.SucceedAsync(
                person,
                "acceptRole",
                $"code: \"{code.ToUpperInvariant()}\"",
                "roleAssignment { status person offeredBy place { council { code } } }"
            )
        );
        Assert.Equal(
            $$$"""{"viewer":{"roleAssignments":[{"code":"{{{assignment}}}"}]}}""",
            await server.Client.ReadAsync("{ viewer { roleAssignments { code } } }", person)
        );
        Assert.Equal(
            """{"status":"ENDED"}""",
            await server.Client.SucceedAsync(
                person,
                "endRole",
                $"assignment: \"{assignment}\", to: \"{Yesterday()}\"",
                "roleAssignment { status }"
            )
        );
    }

    [Fact]
    public async Task Code_is_answered_once()
    {
        var id = Changes.NewId();
        const string Selection = "roleAssignment { code } oneTimeCode";
        var approver = As.Approver(Wolverhampton);

        var first = await server.Client.ChangeAsync(approver, "offerRole", id, OfWolverhampton, Selection);
        var again = await server.Client.ChangeAsync(approver, "offerRole", id, OfWolverhampton, Selection);

        Assert.NotNull(first.Data.Text("payload.oneTimeCode"));
        Assert.Null(again.Data.Text("payload.oneTimeCode"));
        Assert.Equal(first.Data.Text("payload.roleAssignment.code"), again.Data.Text("payload.roleAssignment.code"));
    }

    [Fact]
    public async Task Command_id_of_somebody_else_shows_nothing()
    {
        var (assignment, _) = await OfferAsync(As.Approver(Wolverhampton), OfWolverhampton);
        var (id, input) = (Changes.NewId(), $"assignment: \"{assignment}\"");
        const string Selection = "roleAssignment { status }";

        var own = await server.Client.ChangeAsync(As.Approver(Wolverhampton), "revokeOffer", id, input, Selection);
        var other = await server.Client.ChangeAsync(As.Psw(Coventry), "revokeOffer", id, input, Selection);

        Assert.Equal("REVOKED", own.Data.Text("payload.roleAssignment.status"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, other.Data.At("payload.roleAssignment").ValueKind);
    }

    [Fact]
    public async Task Code_is_of_use_once_and_says_nothing_when_it_is_wrong()
    {
        var (_, code) = await OfferAsync(As.Approver(Wolverhampton), OfWolverhampton);
        await server.Client.SucceedAsync(Somebody(), "acceptRole", $"code: \"{code}\"", "roleAssignment { code }");

        var refusal = ("OFFER_CODE_INVALID", "input.code");
        Assert.Equal(refusal, await server.Client.RefusedAsync(Somebody(), "acceptRole", $"code: \"{code}\""));
        Assert.Equal(refusal, await server.Client.RefusedAsync(Somebody(), "acceptRole", "code: \"abcd-efgh\""));
        Assert.Equal(refusal, await server.Client.RefusedAsync(Somebody(), "acceptRole", "code: \"\""));
    }

    [Fact]
    public async Task Nobody_accepts_their_own_offer()
    {
        var (_, code) = await OfferAsync(As.Approver(Wolverhampton), OfWolverhampton);

        Assert.Equal(
            ("OWN_OFFER", "input.code"),
            await server.Client.RefusedAsync(As.Approver(Wolverhampton), "acceptRole", $"code: \"{code}\"")
        );
    }

    [Fact]
    public async Task Offer_that_was_taken_back_is_not_accepted()
    {
        var (assignment, code) = await OfferAsync(As.Approver(Wolverhampton), OfWolverhampton);

        Assert.Equal(
            ("ROLE_ASSIGNMENT_NOT_FOUND", "input.assignment"),
            await server.Client.RefusedAsync(As.Approver(Coventry), "revokeOffer", $"assignment: \"{assignment}\"")
        );
        Assert.Equal(
            """{"status":"REVOKED"}""",
            await server.Client.SucceedAsync(
                As.Approver(Wolverhampton),
                "revokeOffer",
                $"assignment: \"{assignment}\"",
                "roleAssignment { status }"
            )
        );
        Assert.Equal(
            ("OFFER_CODE_INVALID", "input.code"),
            await server.Client.RefusedAsync(Somebody(), "acceptRole", $"code: \"{code}\"")
        );
    }

    [Theory]
    [InlineData("""role: DATA_OFFICER, place: { kind: COUNCIL, code: "E08000026" }""", "NOT_PERMITTED", "")]
    [InlineData("""role: OPERATOR, place: { kind: SERVICE }""", "NOT_PERMITTED", "")]
    [InlineData(
        """role: REGIONAL_CHAIR, place: { kind: COUNCIL, code: "E08000031" }""",
        "ROLE_NOT_HELD_THERE",
        "input.place"
    )]
    [InlineData(
        """role: DATA_OFFICER, place: { kind: COUNCIL, code: "E08000031" }, to: "2001-01-01" """,
        "INVALID_DATES",
        "input.to"
    )]
    public async Task Role_that_is_not_the_approvers_to_give_is_not_offered(string input, string code, string path) =>
        Assert.Equal((code, path), await server.Client.RefusedAsync(As.Approver(Wolverhampton), "offerRole", input));

    [Fact]
    public async Task Coordinator_gives_the_first_role_of_a_member_council_and_no_other()
    {
        await server.Client.SucceedAsync(
            As.AllRoles,
            "foundNetwork",
            """code: "roles", name: "Roles", scope: BOTH""",
            "network { code }"
        );
        var coordinator = As.Coordinator("roles");
        const string Approver = """role: COUNCIL_APPROVER, place: { kind: COUNCIL, code: "E08000028" }""";
        Assert.Equal(("NOT_PERMITTED", ""), await server.Client.RefusedAsync(coordinator, "offerRole", Approver));
        await server.Client.SucceedAsync(
            As.AllRoles,
            "admitCouncilToNetwork",
            """network: "roles", council: "E08000028", from: "2020-04-01" """,
            "network { code }"
        );

        var (_, code) = await OfferAsync(coordinator, Approver);
        await server.Client.SucceedAsync(Somebody(), "acceptRole", $"code: \"{code}\"", "roleAssignment { code }");
        Assert.Equal(("NOT_PERMITTED", ""), await server.Client.RefusedAsync(coordinator, "offerRole", Approver));
    }

    [Fact]
    public async Task Who_assigns_roles_at_a_place_sees_who_has_one_there_in_pages()
    {
        for (var i = 0; i < 3; i++)
        {
            await OfferAsync(
                As.Approver("E08000029"),
                """place: { kind: COUNCIL, code: "E08000029" }, role: DATA_OFFICER"""
            );
        }

        const string Query =
            """{ roleAssignments(place: { kind: COUNCIL, code: "E08000029" }, first: 2) { totalCount nodes { role status } pageInfo { hasNextPage } } }""";
        const string None = """{"roleAssignments":{"totalCount":0,"nodes":[],"pageInfo":{"hasNextPage":false}}}""";
        Assert.Equal(
            """{"roleAssignments":{"totalCount":3,"nodes":[{"role":"DATA_OFFICER","status":"OFFERED"},{"role":"DATA_OFFICER","status":"OFFERED"}],"pageInfo":{"hasNextPage":true}}}""",
            await server.Client.ReadAsync(Query, As.Approver("E08000029"))
        );
        Assert.Equal(None, await server.Client.ReadAsync(Query, As.Approver(Coventry)));
        Assert.Equal(["FORBIDDEN"], (await server.Client.QueryAsync(Query, null, As.Psw("E08000029"))).ErrorCodes);
    }

    [Fact]
    public async Task Operator_breaks_the_glass_for_a_while()
    {
        const string Input =
            """place: { kind: COUNCIL, code: "E08000031" }, reason: "Restoring a lost return", minutes: 15""";

        Assert.Equal(
            """{"status":"HELD","offeredBy":null,"brokenGlass":{"reason":"Restoring a lost return"}}""",
            await server.Client.SucceedAsync(
                As.Operator,
                "breakGlass",
                Input,
                "roleAssignment { status offeredBy brokenGlass { reason } }"
            )
        );
        Assert.Equal(
            ("INVALID_DURATION", "input.minutes"),
            await server.Client.RefusedAsync(
                As.Operator,
                "breakGlass",
                Input.Replace("15", "241", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task Everybody_can_read_what_each_role_may_do()
    {
        var table = (await server.Client.QueryAsync("{ permissionTable { role heldAt sees may } }")).Data.At(
            "permissionTable"
        );

        Assert.Equal(Enum.GetValues<Role>().Length, table.GetArrayLength());
        var approver = table.EnumerateArray().First(row => row.Text("role") == "COUNCIL_APPROVER");
        Assert.Equal("COUNCIL", approver.Text("heldAt"));
        Assert.Contains("SIGN_AGREEMENTS", approver.At("may").EnumerateArray().Select(may => may.GetString()));
        Assert.Contains("COUNCIL_DRAFT", approver.At("sees").EnumerateArray().Select(tier => tier.GetString()));
    }

    private static Actor Somebody() => new($"person-{Guid.NewGuid():N}", []);

    private static string Yesterday() =>
        DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<(string Assignment, string Code)> OfferAsync(Actor actor, string input)
    {
        var answer = await server.Client.ChangeAsync(
            actor,
            "offerRole",
            input,
            "roleAssignment { code status } oneTimeCode"
        );
        Assert.Equal("OFFERED", Changes.Succeeded(answer).Text("status"));
        return (answer.Data.Text("payload.roleAssignment.code")!, answer.Data.Text("payload.oneTimeCode")!);
    }
}
