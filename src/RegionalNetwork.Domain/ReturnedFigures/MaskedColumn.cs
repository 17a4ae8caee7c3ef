using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Disclosure;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>
/// What councils returned of one indicator, slice and period, as everybody with the same rights sees it. Figures are masked before
/// they come here, so that order, quantiles, intervals and sums made of a column can tell no more than it shows. Rollups are lines
/// that disclosure control let out, never sums of hidden figures. It knows nothing of a request, since it outlasts it.
/// </summary>
internal sealed class MaskedColumn(RoundFigures round, int indicator, int slice, FigureRights rights)
    : BenchmarkColumn(round.Model.Indicators[indicator].Definition, round.Units)
{
    private readonly MaskedFigures _figures = round.Figures(indicator, slice);

    public override bool WithholdsRollups => true;

    public override IndicatorFigure? FigureOf(int unit) =>
        Units.All[unit].Area is { } place
            ? rights[place] switch
            {
                FigureSight.Own => _figures.OwnAt(place),
                FigureSight.Masked => _figures.ShownAt(place),
                _ => null,
            }
            : null;

    /// <summary>Councils return no figures of areas.</summary>
    public override IndicatorFigure? FigureOfArea(string areaCode) => null;

    public override Rollup? RollupTo(string areaCode) =>
        rights.SeesTotalsOf(areaCode) && round.SumOf(areaCode, indicator, slice) is { } sum
            ? RollupOf(areaCode, sum, round.ExpectedIn(areaCode), FigureViewer.TierOf(areaCode))
            : null;

    /// <summary>Who may see it is in no rights here: see <see cref="ReturnedColumn"/>.</summary>
    public override Rollup? RollupTo(Network network) => null;

    /// <summary>For whoever may see it.</summary>
    public Rollup? SumOf(Network network)
    {
        if (round.SumOf(RoundAreas.CodeOf(network), indicator, slice) is not { } sum)
        {
            return null;
        }

        var members = network.MembersOn(Units.ReferenceDate);
        var expected = Units.Select(network, () => [.. members.Select(membership => membership.Council)]);
        return RollupOf(null, sum, expected.Units.Count + expected.Missing.Count, Tier.RegionalAggregate);
    }

    /// <summary>Of what the caller sees by name, and of nothing else: nobody learns by it what they could not add up themselves.</summary>
    public override Rollup? RollupOf(IReadOnlyList<string> codes)
    {
        if (!CanAddUp)
        {
            return null;
        }

        var selection = Units.Select(codes);
        var missing = new List<MissingUnit>(selection.Missing);
        var sums = default(PartSums);
        var contributors = 0;
        foreach (var unit in selection.Units)
        {
            var figure = FigureOf(unit);
            if (figure is { } shown && PartSums.Of(Definition, shown) is { } parts)
            {
                sums += parts;
                contributors++;
            }
            else
            {
                var (code, name) = (Units.All[unit].Code, Units.All[unit].Name);
                missing.Add(new MissingUnit(code, name, MissingReason.ValueHasNoNumber, figure?.Status));
            }
        }

        var coverage = new Coverage(contributors, contributors + missing.Count, missing, [], null, missing.Count);
        return contributors < DisclosureRules.PeerGroupMinUnits ? null : Sum(null, sums, coverage);
    }

    private Rollup RollupOf(string? areaCode, AreaSum sum, int expected, Tier tier)
    {
        // Who is missing is for the network to say, not for a sum: late councils would be named to the nation.
        var coverage = new Coverage(sum.Contributors, expected, [], [], null, expected - sum.Contributors);
        return RollupRounding.Of(Definition, Sum(areaCode, sum.Parts, coverage), tier) with
        {
            IsSuperseded = sum.IsSuperseded,
        };
    }

    private Rollup Sum(string? areaCode, PartSums sums, Coverage coverage) =>
        sums.Rollup(Definition, Units.ReferenceDate.Year, areaCode, published: null, coverage);
}
