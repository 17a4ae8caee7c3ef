using System.Globalization;
using RegionalNetwork.Server.Tests.Returns;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.ReturnedFigures;

/// <summary>What is asked for again is answered from what was made before, but never with what is not so any more.</summary>
public sealed class ReturnedAgainTests : IAsyncLifetime
{
    private const string Indicator = "AGY-03";
    private const string Coventry = "E08000026";
    private const string Dudley = "E08000027";
    private const string Solihull = "E08000029";

    private readonly AgencyServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task What_was_shown_is_on_record_once_for_each_request()
    {
        for (var request = 1; request <= 3; request++)
        {
            await _server.RowsAsync(As.Psw(Dudley), Indicator);
            var accesses = await _server.Client.QueryAsync(
                $$"""{ council(code: "{{Coventry}}") { accesses(first: 100) { nodes { reader subject } } } }""",
                null,
                As.Psw(Coventry)
            );

            Assert.Equal(
                Enumerable.Repeat($"{As.Psw(Dudley).Subject} Figures", request),
                accesses
                    .Data.At("council.accesses.nodes")
                    .EnumerateArray()
                    .Select(access => $"{access.Text("reader")} {access.Text("subject")}")
            );
        }
    }

    [Fact]
    public async Task A_council_that_leaves_the_agreement_is_not_shown_in_the_next_answer()
    {
        const string Before = "Coventry 100, Dudley 100, Sandwell 100, Solihull 100, Wolverhampton 100";
        Assert.Equal(Before, await _server.RowsAsync(As.Psw(Dudley), Indicator));
        Assert.Equal(Before, await _server.RowsAsync(As.Psw(Coventry), Indicator));

        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await _server.Client.SucceedAsync(
            As.Approver(Coventry),
            "leaveSharingAgreement",
            $"""agreement: "{AgencyServer.Network}-1", council: "{Coventry}", from: "{today}" """,
            "agreement { code }"
        );

        Assert.Equal(
            "Dudley 100, Sandwell 100, Solihull 100, Wolverhampton 100",
            await _server.RowsAsync(As.Psw(Dudley), Indicator)
        );
        Assert.Equal("Coventry 100, Wolverhampton 100", await _server.RowsAsync(As.Psw(Coventry), Indicator));
    }

    [Fact]
    public async Task A_wider_release_and_a_restatement_are_shown_from_their_round_on()
    {
        Assert.Equal("Wolverhampton 100", await _server.RowsAsync(As.Anonymous, Indicator));
        Assert.Equal("1035", await EnglandAsync());

        await _server.Client.SucceedAsync(
            As.Approver(Solihull),
            "releaseReturn",
            $"{AgencyReturns.Of(Solihull)}, level: PUBLIC",
            "return { status }"
        );
        Assert.Equal("Wolverhampton 100", await _server.RowsAsync(As.Anonymous, Indicator));
        await _server.CompileAsync();

        Assert.Equal("Solihull 100, Wolverhampton 100", await _server.RowsAsync(As.Anonymous, Indicator));
        // One council more is too few to tell its figure from the sum before: the sum stands.
        Assert.Equal("1035", await EnglandAsync());
    }

    private async Task<string> EnglandAsync()
    {
        var answer = await _server.Client.QueryAsync(
            $$"""{ benchmark(indicator: "{{Indicator}}") { england { numerator } } }""",
            null,
            As.NationalOffice
        );
        return answer.Data.At("benchmark.england.numerator").GetRawText();
    }
}
