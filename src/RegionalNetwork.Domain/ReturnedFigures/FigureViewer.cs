using RegionalNetwork.Domain.Audiences;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>How one caller sees a return in a round.</summary>
internal enum FigureSight : byte
{
    /// <summary>Not at all: as if it had not been returned.</summary>
    Nothing,

    /// <summary>With its name, as far as disclosure control shows its cells.</summary>
    Masked,

    /// <summary>Their own council's, whole.</summary>
    Own,
}

/// <summary>Asks the audience function for one caller, and reports what was shown of others so that it is put on record.</summary>
/// <param name="shownAtHub">
/// Whose figures a hub shows, so that this node does not: two that hide for themselves would tell together what neither tells.
/// </param>
/// <param name="note">Takes in by what right named figures of a council are shown.</param>
public sealed class FigureViewer(AudienceRules rules, IReadOnlyList<Place> shownAtHub, Action<Sight, Place> note)
{
    /// <summary>What the caller may be told of an indicator in a round; puts on record whose named figures that shows.</summary>
    internal FigureRights RightsIn(RoundFigures round, string indicator)
    {
        var sights = new FigureSight[round.Included.Count];
        for (var place = 0; place < sights.Length; place++)
        {
            sights[place] = SightOf(round.Included[place], round.Model.Collection.Scope, indicator);
        }

        return new FigureRights(sights, area => shownAtHub.Count == 0 && rules.SeesTotals(TierOf(area), area));
    }

    /// <param name="area">Code of England, a region or a part of London.</param>
    internal static Tier TierOf(string area) => area == England.Code ? Tier.NationalAggregate : Tier.RegionalAggregate;

    internal bool SeesTotalsOf(Network network, DateOnly on) =>
        shownAtHub.Count == 0 && rules.SeesTotalsOf(network, on);

    private FigureSight SightOf(IncludedReturn one, ServiceScope scope, string indicator)
    {
        if (rules.SeeReturn(one.Councils, scope) == Sight.Own)
        {
            return FigureSight.Own;
        }

        if (shownAtHub.Count > 0 && one.Councils.Any(shownAtHub.Own))
        {
            return FigureSight.Nothing;
        }

        if (one.Level == ReleaseLevel.Public)
        {
            return FigureSight.Masked;
        }

        // A joint return is each member's: who may not see one of them sees none of it.
        foreach (var council in one.Councils)
        {
            if (rules.See(ExposureOf(council, one, indicator)) == Sight.Hidden)
            {
                return FigureSight.Nothing;
            }
        }

        foreach (var council in one.Councils)
        {
            note(rules.See(ExposureOf(council, one, indicator)), Place.Council(council));
        }

        return FigureSight.Masked;
    }

    private static Exposure ExposureOf(string council, IncludedReturn one, string indicator) =>
        new(Audience.Network, Tier.NetworkNamed, Place.Council(council), SharedSubject.Figures, one.ReleasedOn)
        {
            Indicator = indicator,
        };
}
