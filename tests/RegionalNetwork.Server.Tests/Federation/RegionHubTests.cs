using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Tests.Returns;
using RegionalNetwork.Server.Tests.Running;
using static RegionalNetwork.Server.Tests.Returns.AgencyReturns;

namespace RegionalNetwork.Server.Tests.Federation;

/// <summary>Of two nodes that have a return one shows it; the other passes on what that one shows, or nothing.</summary>
public sealed class RegionHubTests
{
    private const string WestMidlands = "E12000005";
    private const string Sandwell = "E08000028";

    private static readonly (string Code, string Name, int Each)[] Councils =
    [
        ("E08000025", "Birmingham", 60),
        ("E08000026", "Coventry", 50),
        ("E08000027", "Dudley", 40),
        (Sandwell, "Sandwell", 2),
        ("E08000030", "Walsall", 30),
    ];

    [Fact]
    public async Task A_national_hub_shows_what_the_hub_of_the_region_shows_and_gets_no_hidden_figure()
    {
        await using var national = await Node.StartNewAsync();
        await using var region = await Node.StartNewAsync();
        await national.AdmitAsync(region, "west-midlands", "nation", "--region", WestMidlands);
        foreach (var (code, name, each) in Councils)
        {
            await region.Client.ReleaseAsync(code, name, each, "PUBLIC");
        }

        await region.Client.CompileAsync();
        await region.SettledAsync(Councils.Length + 1);
        await national.Client.CompileAsync();

        foreach (var indicator in new[] { "AGY-02", "AGY-03" })
        {
            var answer = await AnswerAsync(region, indicator, As.NationalOffice);
            Assert.Equal(answer, await AnswerAsync(national, indicator, As.NationalOffice));
            Assert.Contains("\"contributors\":5", answer, StringComparison.Ordinal);
        }

        // The few of Sandwell have not left its region: neither in its table nor anywhere else.
        Assert.Contains("2", await FiguresAsync(region));
        Assert.DoesNotContain("2", await FiguresAsync(national));
        Assert.Contains("c", await FiguresAsync(national));
        Assert.DoesNotContain(
            national.Way.Requests,
            sent => sent.Text.Contains("Sandwell,Social worker,2", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_councils_own_node_shows_its_figures_to_its_own_people_and_the_hub_to_others()
    {
        await using var hub = await Node.StartNewAsync();
        await using var council = await Node.StartNewAsync();
        var (code, name, each) = Councils[0];
        await council.Client.ReleaseAsync(code, name, each, "PUBLIC");
        await council.Client.CompileAsync();
        Assert.Contains("\"status\":\"VALUE\"", await AnswerAsync(council, "AGY-03", As.Anonymous));

        await hub.AdmitAsync(council, "birmingham", "network", "--council", code);
        await council.SettledAsync(1);
        await hub.Client.CompileAsync();

        Assert.DoesNotContain("\"status\":\"VALUE\"", await AnswerAsync(council, "AGY-03", As.Anonymous));
        Assert.Contains("\"status\":\"VALUE\"", await AnswerAsync(council, "AGY-03", As.DataOfficer(code)));
        Assert.Contains("\"status\":\"VALUE\"", await AnswerAsync(hub, "AGY-03", As.Anonymous));
    }

    private static async Task<string> AnswerAsync(Node node, string indicator, Actor? actor)
    {
        var answer = await node.Client.QueryAsync(
            $$"""
            {
              benchmark(indicator: "{{indicator}}") {
                england { value numerator status isSuperseded coverage { contributors expected } }
                rows { name figure { value status } }
              }
            }
            """,
            null,
            actor
        );
        return answer.Data.At("benchmark").GetRawText();
    }

    /// <summary>Of Sandwell, as its own people see them.</summary>
    private static async Task<string[]> FiguresAsync(Node node)
    {
        var answer = await node.Client.QueryAsync(
            $$"""{ council(code: "{{Sandwell}}") { returns(collection: "agency") { vintages { figures { text } } } } }""",
            null,
            As.DataOfficer(Sandwell)
        );
        return
        [
            .. answer
                .Data.At("council.returns")
                .EnumerateArray()
                .Single()
                .At("vintages")
                .EnumerateArray()
                .Last()
                .At("figures")
                .EnumerateArray()
                .Select(figure => figure.Text("text")!),
        ];
    }
}
