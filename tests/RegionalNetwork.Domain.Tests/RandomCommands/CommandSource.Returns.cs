using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Commands;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.Domain.Tests.Federation;
using RegionalNetwork.Domain.Tests.Returns;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.RandomCommands;

/// <summary>Commands about one return of one council.</summary>
internal sealed partial class CommandSource
{
    private static readonly string[][] Tables =
    [
        ReturnSamples.GoodRows,
        ReturnSamples.Rows("White,45,6,1", "Mixed,30,3,1", "Unknown,10,1,1", "Total,85,10,3"),
        ReturnSamples.Rows("White,many,6,1"),
    ];

    private const ServiceScope Scope = ServiceScope.Childrens;

    public ReturnCommand ForReturn(ReturnState state)
    {
        var key = ReturnSamples.Key;
        var draft = state.Return?.Entries ?? 0;
        return random.Next(40) switch
        {
            < 4 => new EnterReturn(key, ReturnEntry()),
            < 8 => new RestateReturn(key, ReturnEntry(), OneOf("A reason", "")),
            < 16 => new SubmitReturn(key, Scope, OneOf<Explanation[]>([], [new("in_post", "White", "A reason")])),
            < 18 => new SendBackReturn(key, Scope, OneOf("Check it", "")),
            < 26 => new ApproveReturn(key, Scope, draft),
            < 31 => new ReleaseReturn(key, Scope, Any<ReleaseLevel>(), OneOf<DateOnly?>(null, null, Day())),
            31 => new WithdrawReturn(key, Scope, "Wrong"),
            < 37 => new AskAboutReturn(key, Scope, WestMidlands, null, null, "Is it right?", OneOf(true, true, false)),
            _ => new AnswerQuestion(key, Scope, random.Next(1, 4), OneOf("Yes", "No")),
        };
    }

    public RoundCommand ForRound(RoundState state) =>
        OneOf<RoundCommand>(
            new CompileRound("workforce", ReturnSamples.Year, OneOf(state.Number, 0), OneOf(true, false)),
            new ReceiveSums(
                "workforce",
                ReturnSamples.Year,
                OneOf("E12000005", "E12000001"),
                OneOf<IndicatorSum[]>([], [new IndicatorSum("WF-1", 0, [1, 2], random.Next(1, 9), OneOf(true, false))]),
                FederationSamples.Member with
                {
                    Owns = [Place.Region("E12000005")],
                }
            )
        );

    private ReturnEntry ReturnEntry() =>
        ReturnSamples.Entry(OneOf(Tables)) with
        {
            Prior = OneOf(null, ReturnSamples.LastYear),
        };
}
