using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.ReturnedFigures;

/// <summary>What councils returned, asked for by GraphQL as different people.</summary>
public sealed class ReturnedBenchmarkTests(AgencyServer server) : IClassFixture<AgencyServer>
{
    private const string Coventry = "E08000026";
    private const string Dudley = "E08000027";
    private const string Wolverhampton = "E08000031";

    [Fact]
    public async Task Nobody_in_particular_sees_what_is_released_to_everybody_and_no_sums() =>
        Assert.Equal("""Wolverhampton 100""", await server.RowsAsync(As.Anonymous, "AGY-03"));

    [Fact]
    public async Task Parties_to_the_agreement_see_each_other_by_name_and_their_own_whole()
    {
        Assert.Equal(
            "Coventry 100, Dudley 100, Sandwell 100, Solihull 100, Wolverhampton 100",
            await server.RowsAsync(As.Psw(Dudley), "AGY-03")
        );
        Assert.Equal(
            "Coventry 100, Dudley CONFIDENTIAL, Sandwell CONFIDENTIAL, Solihull 100, Wolverhampton 100",
            await server.RowsAsync(As.Psw(Coventry), "AGY-03", "Team manager")
        );
        Assert.Equal(
            "Coventry CONFIDENTIAL, Dudley 100, Sandwell CONFIDENTIAL, Solihull 100, Wolverhampton 100",
            await server.RowsAsync(As.Psw(Dudley), "AGY-03", "Team manager")
        );
    }

    [Fact]
    public async Task An_indicator_that_the_agreement_does_not_name_is_not_shared() =>
        Assert.Equal("Coventry 100, Wolverhampton 100", await server.RowsAsync(As.Psw(Coventry), "AGY-04"));

    [Fact]
    public async Task Who_is_no_party_sees_its_own_and_what_is_public() =>
        Assert.Equal("Walsall 100, Wolverhampton 100", await server.RowsAsync(As.Psw("E08000030"), "AGY-03"));

    [Fact]
    public async Task Sums_are_of_those_released_so_far_and_name_nobody() =>
        Assert.Equal(
            """{"england":{"value":100,"numerator":1035,"status":"VALUE","isSuperseded":false,"coverage":{"contributors":6,"expected":153,"missing":[]}},"region":{"numerator":1035,"status":"VALUE","coverage":{"contributors":6,"expected":14}},"network":{"numerator":835,"status":"VALUE","coverage":{"contributors":6}}}""",
            await SumsAsync(As.Psw(Coventry))
        );

    [Fact]
    public async Task The_national_office_sees_sums_and_no_council() =>
        Assert.Equal("Wolverhampton 100", await server.RowsAsync(As.NationalOffice, "AGY-03"));

    private async Task<string> SumsAsync(Actor? actor)
    {
        var answer = await server.Client.QueryAsync(
            $$"""
            {
              benchmark(indicator: "AGY-03", region: "E12000005") {
                england { value numerator status isSuperseded coverage { contributors expected missing { name } } }
                region { numerator status coverage { contributors expected } }
              }
              n: benchmark(indicator: "AGY-03", network: "{{AgencyServer.Network}}") { network { numerator status coverage { contributors } } }
            }
            """,
            null,
            actor
        );
        return $$"""{"england":{{answer.Data.At("benchmark.england")}},"region":{{answer.Data.At("benchmark.region")}},"network":{{answer.Data.At("n.network")}}}""";
    }
}
