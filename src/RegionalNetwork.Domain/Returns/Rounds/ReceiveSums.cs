using RegionalNetwork.Domain.Disclosure;
using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Returns.Rounds;

/// <summary>The hub of a region sends the sums of its last round, in the place of all that it sent before.</summary>
/// <param name="Sums">Of indicators and slices that the collection has. None: nothing is let out, or not any more.</param>
/// <param name="Node">Read by who sends the command.</param>
public sealed record ReceiveSums(
    string Collection,
    string Period,
    string Region,
    IReadOnlyList<IndicatorSum> Sums,
    FederationMember Node
) : RoundCommand(Collection, Period)
{
    /// <summary>More than anything that councils count or spend.</summary>
    private const decimal PartMax = 1_000_000_000_000m;

    /// <summary>A numerator and a denominator, each of two groups.</summary>
    private const int PartsMax = 4;

    /// <returns>Null where the node may speak for the region.</returns>
    public static Refusal? FaultOf(string region, FederationMember node, Actor actor) =>
        !node.IsEnrolled || actor.Subject != node.Subject ? FederationRefusals.NotMember()
        : !node.Owns.Contains(Place.Region(region)) ? FederationRefusals.RegionNotOwned()
        : null;

    internal Decision<RoundEvent> Decide(RoundState state, CommandContext context)
    {
        if (FaultOf(Region, Node, context.Actor) is { } fault)
        {
            return fault;
        }

        if (Sums.Count > Limits.SumsPerRegion)
        {
            return CommonRefusals.TooMany("sums of a region", Limits.SumsPerRegion, "sums");
        }

        var isSound = Sums.All(IsSound) && Sums.DistinctBy(sum => (sum.Indicator, sum.Slice)).Count() == Sums.Count;
        return isSound
            ? new SumsReceived(Collection, Period, state.SumsReceived + 1, Region, Sums, context.Now)
            : FederationRefusals.SumsUnsound();
    }

    private static bool IsSound(IndicatorSum sum) =>
        sum.Contributors is >= DisclosureRules.LineMinUnits and <= Limits.ReturnsPerRegion
        && sum.Parts.Count is > 0 and <= PartsMax
        && sum.Parts.All(part => part is >= 0 and <= PartMax);
}
