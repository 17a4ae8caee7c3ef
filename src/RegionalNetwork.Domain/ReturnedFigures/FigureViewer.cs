using RegionalNetwork.Domain.Audiences;
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
/// <param name="note">Takes in by what right named figures of a council are shown.</param>
public sealed class FigureViewer(AudienceRules rules, Action<Sight, Place> note)
{
    internal FigureSight SightOf(IncludedReturn one, ServiceScope scope, string indicator)
    {
        if (rules.SeeReturn(one.Councils, scope) == Sight.Own)
        {
            return FigureSight.Own;
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

    internal bool SeesTotalsOf(Network network, DateOnly on) => rules.SeesTotalsOf(network, on);

    internal bool SeesTotals(Tier tier, string area) => rules.SeesTotals(tier, area);

    private static Exposure ExposureOf(string council, IncludedReturn one, string indicator) =>
        new(Audience.Network, Tier.NetworkNamed, Place.Council(council), SharedSubject.Figures, one.ReleasedOn)
        {
            Indicator = indicator,
        };
}
