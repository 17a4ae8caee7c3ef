using System.Globalization;
using RegionalNetwork.Domain.Councils;

namespace RegionalNetwork.Server.Councils;

/// <summary>A change of code, seen from one of its two councils.</summary>
/// <param name="Council">The council on the other side.</param>
internal sealed record CouncilChange(Council Council, DateOnly Effective, CodeChangeKind Kind, string Description)
{
    public static CouncilChange[] Before(Council council) =>
        [.. CouncilRegister.England.PredecessorsOf(council.Code).Select(change => Of(change, change.From))];

    public static CouncilChange[] After(Council council) =>
        [.. CouncilRegister.England.SuccessorsOf(council.Code).Select(change => Of(change, change.To))];

    private static CouncilChange Of(CodeChange change, string otherCode) =>
        new(CouncilResolvers.Get(otherCode), change.Date, change.Kind, Describe(change));

    private static string Describe(CodeChange change)
    {
        var (from, to) = (CouncilResolvers.Get(change.From), CouncilResolvers.Get(change.To));
        var day = change.Date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return change.Kind switch
        {
            CodeChangeKind.Recode => $"{to.Name} has the code {to.Code} since {day}; before, it was {from.Code}.",
            CodeChangeKind.RecodeWithBoundaryChange =>
                $"{to.Name} has the code {to.Code} and other boundaries since {day}; before, it was {from.Code}.",
            CodeChangeKind.Merge => $"{from.Name} became part of {to.Name} on {day}.",
            _ => $"{from.Name} was divided on {day}; {to.Name} is one of its successors.",
        };
    }
}
