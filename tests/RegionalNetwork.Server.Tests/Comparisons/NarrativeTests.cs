using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Comparisons;

public sealed class NarrativeTests(ComparisonServer server) : IClassFixture<ComparisonServer>
{
    private const string Dudley = "E08000027";
    private const string Question = """
        {
          council(code: "E08000027") {
            exceptions(period: "2023", indicators: ["CSW-01", "CSW-02", "CSW-05"], within: NETWORK) {
              position { within { name } rank of quintile }
              comparison { code figure { value } narrative { text audience } }
            }
          }
        }
        """;

    [Fact]
    public async Task Indicators_in_the_lowest_or_highest_fifth_ask_for_a_narrative()
    {
        var client = server.Require();
        await client.SucceedAsync(
            As.Psw(Dudley),
            "writeNarrative",
            $$"""council: "{{Dudley}}", indicator: "CSW-02", period: "2023", text: "Two teams closed." """,
            "narrative { text }"
        );

        var own = (await client.QueryAsync(Question, null, As.Psw(Dudley))).Data.At("council.exceptions");
        var others = (await client.QueryAsync(Question, null, As.Psw("E08000026"))).Data.At("council.exceptions");

        Assert.NotEmpty(own.EnumerateArray());
        Assert.All(
            own.EnumerateArray(),
            one => Assert.Contains(one.At("position.quintile").GetInt32(), new[] { 1, 5 })
        );
        var narrative = own.EnumerateArray().Single(one => one.Text("comparison.code") == "CSW-02");
        Assert.Equal("Two teams closed.", narrative.Text("comparison.narrative.text"));
        // The figures are official and public; what the council says of them is its own for now.
        Assert.Equal(own.GetArrayLength(), others.GetArrayLength());
        Assert.DoesNotContain("Two teams", others.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("E08000026", "2023", "Because.", "OWNER", "NOT_PERMITTED", "")]
    [InlineData(Dudley, "1999", "Because.", "OWNER", "FIGURE_NOT_FOUND", "input.indicator")]
    [InlineData(Dudley, "2023", "Ask 01902 555 1234.", "OWNER", "PERSONAL_DATA", "input.text")]
    [InlineData(Dudley, "2023", "Because.", "PUBLIC", "NOT_PERMITTED", "")]
    public async Task What_may_not_be_written_is_refused(
        string council,
        string period,
        string text,
        string audience,
        string code,
        string path
    ) =>
        Assert.Equal(
            (code, path),
            await server
                .Require()
                .RefusedAsync(
                    As.Psw(Dudley),
                    "writeNarrative",
                    $$"""council: "{{council}}", indicator: "CSW-05", period: "{{period}}", text: "{{text}}", audience: {{audience}}"""
                )
        );
}
