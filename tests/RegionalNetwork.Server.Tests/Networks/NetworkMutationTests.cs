using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Networks;

public sealed class NetworkMutationTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Wolverhampton = "E08000031";

    [Fact]
    public async Task Network_is_founded_as_described() =>
        Assert.Equal(
            """{"code":"west","name":"West PSW network","level":"REGIONAL","scope":"BOTH","region":{"name":"West Midlands"},"mandate":"On direction.","sponsors":["Regional ADCS"],"memberships":[]}""",
            await server.Client.SucceedAsync(
                As.AllRoles,
                "foundNetwork",
                """code: "west", name: "West PSW network", scope: BOTH, region: "E12000005", mandate: "On direction.", sponsors: ["Regional ADCS"]""",
                "network { code name level scope region { name } mandate sponsors memberships { from } }"
            )
        );

    [Theory]
    [InlineData("""code: "a b", name: "N", scope: BOTH""", "INVALID_ID", "input.code")]
    [InlineData("""code: "", name: "N", scope: BOTH""", "INVALID_ID", "input.code")]
    [InlineData("""code: "national", name: "N", scope: BOTH""", "ID_RESERVED", "input.code")]
    [InlineData("""code: "n", name: " ", scope: BOTH""", "TEXT_REQUIRED", "input.name")]
    [InlineData("""code: "n", name: "N", scope: BOTH, region: "E13000001" """, "REGION_NOT_FOUND", "input.region")]
    [InlineData("""code: "n", name: "N", scope: BOTH, sponsors: ["ADCS", ""]""", "TEXT_REQUIRED", "input.sponsors.1")]
    [InlineData(
        """code: "n", name: "N", scope: BOTH, mandate: "Ask a.b@c.gov.uk" """,
        "PERSONAL_DATA",
        "input.mandate"
    )]
    public async Task Network_that_is_ill_described_is_not_founded(string input, string code, string path) =>
        Assert.Equal((code, path), await server.Client.RefusedAsync(As.AllRoles, "foundNetwork", input));

    [Fact]
    public async Task Code_of_a_network_can_be_given_once()
    {
        await FoundAsync("taken");

        Assert.Equal(
            ("ID_TAKEN", "input.code"),
            await server.Client.RefusedAsync(
                As.AllRoles,
                "foundNetwork",
                """code: "taken", name: "Other", scope: BOTH"""
            )
        );
    }

    [Fact]
    public async Task Network_is_revised()
    {
        await FoundAsync("revised");

        Assert.Equal(
            """{"code":"revised","name":"New name","scope":"ADULTS","mandate":null,"sponsors":[]}""",
            await server.Client.SucceedAsync(
                As.Coordinator("revised"),
                "reviseNetwork",
                """network: "revised", name: "New name", scope: ADULTS""",
                "network { code name scope mandate sponsors }"
            )
        );
    }

    [Fact]
    public async Task Council_is_admitted_and_released_and_the_past_stays()
    {
        await FoundAsync("members");
        await server.Client.SucceedAsync(
            As.Coordinator("members"),
            "admitCouncilToNetwork",
            $$"""network: "members", council: "{{Wolverhampton}}", from: "2020-01-01" """,
            "network { code }"
        );

        Assert.Equal(
            """{"memberships":[{"council":{"name":"Wolverhampton"},"from":"2020-01-01","to":"2021-12-31"}],"then":[{"from":"2020-01-01"}],"after":[]}""",
            await server.Client.SucceedAsync(
                As.Coordinator("members"),
                "releaseCouncilFromNetwork",
                $$"""network: "members", council: "{{Wolverhampton}}", to: "2021-12-31" """,
                """
                network {
                  memberships { council { name } from to }
                  then: members(on: "2021-12-31") { from }
                  after: members(on: "2022-01-01") { from }
                }
                """
            )
        );
    }

    [Theory]
    [InlineData(
        """network: "nowhere", council: "E08000031", from: "2020-01-01" """,
        "NETWORK_NOT_FOUND",
        "input.network"
    )]
    [InlineData("""network: "no where", council: "E08000031", from: "2020-01-01" """, "INVALID_ID", "input.network")]
    [InlineData(
        """network: "strict", council: "E99999999", from: "2020-01-01" """,
        "COUNCIL_NOT_FOUND",
        "input.council"
    )]
    [InlineData(
        """network: "strict", council: "E06000059", from: "2015-01-01" """,
        "COUNCIL_NOT_IN_BEING",
        "input.council"
    )]
    [InlineData("""network: "strict", council: "E08000025", from: "2019-01-01" """, "ALREADY_MEMBER", "input.from")]
    public async Task Admission_that_cannot_be_is_refused(string input, string code, string path)
    {
        await FoundAsync("strict");
        await server.Client.ChangeAsync(
            As.AllRoles,
            "admitCouncilToNetwork",
            """network: "strict", council: "E08000025", from: "2020-01-01" """,
            ""
        );

        Assert.Equal((code, path), await server.Client.RefusedAsync(As.AllRoles, "admitCouncilToNetwork", input));
    }

    [Theory]
    [InlineData("""network: "leaving", council: "E08000031", to: "2020-01-01" """, "NOT_A_MEMBER", "input.council")]
    [InlineData("""network: "leaving", council: "E08000025", to: "2019-12-31" """, "INVALID_DATES", "input.to")]
    public async Task Release_that_cannot_be_is_refused(string input, string code, string path)
    {
        await FoundAsync("leaving");
        await server.Client.ChangeAsync(
            As.AllRoles,
            "admitCouncilToNetwork",
            """network: "leaving", council: "E08000025", from: "2020-01-01" """,
            ""
        );

        Assert.Equal((code, path), await server.Client.RefusedAsync(As.AllRoles, "releaseCouncilFromNetwork", input));
    }

    [Fact]
    public async Task Revision_of_a_network_that_is_not_there_is_refused() =>
        Assert.Equal(
            ("NETWORK_NOT_FOUND", "input.network"),
            await server.Client.RefusedAsync(
                As.AllRoles,
                "reviseNetwork",
                """network: "absent", name: "N", scope: BOTH"""
            )
        );

    [Fact]
    public async Task Coordinator_of_another_network_is_refused()
    {
        await FoundAsync("mine");

        Assert.Equal(
            ("NOT_PERMITTED", ""),
            await server.Client.RefusedAsync(
                As.Coordinator("theirs"),
                "admitCouncilToNetwork",
                $$"""network: "mine", council: "{{Wolverhampton}}", from: "2020-01-01" """
            )
        );
    }

    private Task<Answer> FoundAsync(string code) =>
        server.Client.ChangeAsync(
            As.AllRoles,
            "foundNetwork",
            $$"""code: "{{code}}", name: "Network {{code}}", scope: BOTH""",
            ""
        );
}
