using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Disclosure;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>
/// What councils returned of one indicator, slice and period, as one caller may see it. Figures are masked before they come here, so
/// that order, quantiles, intervals and sums made of a column can tell no more than it shows. Rollups are lines that disclosure
/// control let out, never sums of hidden figures.
/// </summary>
internal sealed class ReturnedColumn : BenchmarkColumn
{
    private readonly RoundFigures _round;
    private readonly int _indicator;
    private readonly int _slice;
    private readonly MaskedFigures _figures;
    private readonly FigureViewer _viewer;
    private readonly FigureSight[] _sights;

    public ReturnedColumn(RoundFigures round, int indicator, int slice, FigureViewer viewer)
        : base(round.Model.Indicators[indicator].Definition, round.Units)
    {
        (_round, _indicator, _slice, _viewer) = (round, indicator, slice, viewer);
        _figures = round.Figures(indicator, slice);
        _sights = new FigureSight[round.Included.Count];
        for (var place = 0; place < _sights.Length; place++)
        {
            _sights[place] = viewer.SightOf(round.Included[place], round.Model.Collection.Scope, Definition.Code);
        }
    }

    public override bool WithholdsRollups => true;

    public override IndicatorFigure? FigureOf(int unit) =>
        Units.All[unit].Area is { } place
            ? _sights[place] switch
            {
                FigureSight.Own => _figures.OwnAt(place),
                FigureSight.Masked => _figures.ShownAt(place),
                _ => null,
            }
            : null;

    /// <summary>Councils return no figures of areas.</summary>
    public override IndicatorFigure? FigureOfArea(string areaCode) => null;

    public override Rollup? RollupTo(string areaCode)
    {
        var tier = areaCode == England.Code ? Tier.NationalAggregate : Tier.RegionalAggregate;
        if (!_viewer.SeesTotals(tier, areaCode))
        {
            return null;
        }

        var expected = 0;
        foreach (var unit in Units.All)
        {
            expected += unit.IsIn(areaCode) ? 1 : 0;
        }

        return LinesOf(areaCode) is { } lines ? RollupOf(areaCode, lines, expected, tier) : null;
    }

    public override Rollup? RollupTo(Network network)
    {
        if (!_viewer.SeesTotalsOf(network, Units.ReferenceDate) || LinesOf(RoundAreas.CodeOf(network)) is not { } lines)
        {
            return null;
        }

        var members = network.MembersOn(Units.ReferenceDate);
        var expected = Units.Select(network, () => [.. members.Select(membership => membership.Council)]);
        return RollupOf(null, lines, expected.Units.Count + expected.Missing.Count, Tier.RegionalAggregate);
    }

    /// <summary>Of what the caller sees by name, and of nothing else: nobody learns by it what they could not add up themselves.</summary>
    public override Rollup? RollupOf(IReadOnlyList<string> codes)
    {
        // A ratio of two groups is summed by the round alone, which knows all four parts.
        if (!CanAddUp || Definition.ComparesGroups)
        {
            return null;
        }

        var selection = Units.Select(codes);
        var missing = new List<MissingUnit>(selection.Missing);
        decimal numerator = 0;
        decimal denominator = 0;
        var contributors = 0;
        foreach (var unit in selection.Units)
        {
            if (FigureOf(unit) is { Status: Publications.FigureStatus.Value } figure)
            {
                numerator += figure.Numerator!.Value.Summand ?? 0;
                denominator += figure.Denominator?.Summand ?? 0;
                contributors++;
            }
            else
            {
                var reporting = Units.All[unit];
                missing.Add(
                    new MissingUnit(
                        reporting.Code,
                        reporting.Name,
                        MissingReason.ValueHasNoNumber,
                        FigureOf(unit)?.Status
                    )
                );
            }
        }

        return contributors < DisclosureRules.PeerGroupMinUnits
            ? null
            : Sum(
                null,
                numerator,
                denominator,
                new Coverage(contributors, contributors + missing.Count, missing, [], null, missing.Count)
            );
    }

    private PublishedLine[]? LinesOf(string area) =>
        _figures.Columns is { } columns ? _round.Lines(area, _indicator, _slice, columns) : null;

    private Rollup RollupOf(string? areaCode, PublishedLine[] lines, int expected, Tier tier)
    {
        var sums = new double?[lines.Length];
        var columns = _figures.Columns!;
        for (var index = 0; index < sums.Length; index++)
        {
            sums[index] = lines[index].Sums[columns[index].Column];
        }

        var contributors = lines[0].UnitKeys.Length;
        // Who is missing is for the network to say, not for a sum: late councils would be named to the nation.
        var coverage = new Coverage(contributors, expected, [], [], null, expected - contributors);
        var rollup =
            _figures.Parts.Count == 2
                ? new Rollup(
                    areaCode,
                    (decimal)sums[0]!.Value,
                    (decimal)sums[1]!.Value,
                    FigureArithmetic.Ratio(sums),
                    null,
                    coverage
                )
                : Sum(areaCode, (decimal)sums[0]!.Value, sums.Length > 1 ? (decimal)sums[1]!.Value : 0, coverage);
        return Rounded(rollup, tier) with { IsSuperseded = Array.Exists(lines, line => line.Superseded) };
    }

    private Rollup Sum(string? areaCode, decimal numerator, decimal denominator, Coverage coverage)
    {
        var year = Units.ReferenceDate.Year;
        return Definition.IsRate
            ? new Rollup(
                areaCode,
                numerator,
                Definition.Divisor(numerator, denominator, year),
                FigureArithmetic.Value(Definition, numerator, denominator, year),
                null,
                coverage
            )
            : new Rollup(areaCode, numerator, null, (double)numerator, null, coverage);
    }

    /// <summary>D12, last: sensitive counts to the nearest five, percentages of few to whole numbers, both from what is raw.</summary>
    private Rollup Rounded(Rollup rollup, Tier tier)
    {
        if (Definition.Sensitivity < Sensitivity.Sensitive)
        {
            return rollup;
        }

        var value =
            Definition.Unit == "%" && rollup is { Denominator: { } people and > 0, Value: not null }
                ? (double)Rounding.Percentage((double)rollup.Numerator, (double)people, Definition.DecimalPlaces ?? 1)
            : Definition.IsRate || _figures.Parts.Count == 2 ? rollup.Value
            : Rounding.Count(Definition.Sensitivity, tier, (double)rollup.Numerator);
        return rollup with
        {
            Numerator = (decimal)Rounding.Count(Definition.Sensitivity, tier, (double)rollup.Numerator),
            Denominator = rollup.Denominator is { } below
                ? (decimal)Rounding.Count(Definition.Sensitivity, tier, (double)below)
                : null,
            Value = value,
        };
    }
}
