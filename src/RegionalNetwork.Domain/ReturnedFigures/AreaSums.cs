using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Disclosure;
using RegionalNetwork.Domain.Returns.Rounds;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>
/// The sums of a round: of the lines that this node's ledgers let out, and of what the hubs of regions sent. England is the sum of
/// both, over councils that are not in two of them, so that it tells nothing that its summands do not.
/// </summary>
internal sealed class AreaSums(RoundFigures round)
{
    private readonly Dictionary<(string Region, string Indicator, int Slice), AreaSum> _received = (
        from region in round.Round.Sums.Values
        from sum in region.Sums
        select KeyValuePair.Create((region.Region, sum.Indicator, sum.Slice), Read(sum))
    ).ToDictionary();

    /// <summary>Null where it is not let out.</summary>
    public AreaSum? Of(string area, int indicator, int slice)
    {
        var regions = round.Round.Sums;
        if (regions.Count == 0)
        {
            return Own(area, indicator, slice);
        }

        return area == England.Code
                ? regions
                    .Keys.Select(region => Received(region, indicator, slice))
                    .Append(OwnBeside(indicator, slice))
                    .Aggregate(AreaSum.Add)
            : regions.ContainsKey(area) ? Received(area, indicator, slice)
            : Own(area, indicator, slice);
    }

    private static AreaSum Read(IndicatorSum sum) =>
        new(PartSums.Of([.. sum.Parts]), sum.Contributors, sum.IsSuperseded);

    private AreaSum? Received(string region, int indicator, int slice) =>
        _received.GetValueOrDefault((region, round.Model.Indicators[indicator].Definition.Code, slice));

    private AreaSum? Own(string area, int indicator, int slice) =>
        LinesOf(area, indicator, slice) is var (columns, lines) ? Own(columns, lines) : null;

    /// <summary>England as it is added up here. A line from before the hub of a region sent its own may have the region in it.</summary>
    private AreaSum? OwnBeside(int indicator, int slice) =>
        LinesOf(England.Code, indicator, slice) is var (columns, lines)
        && lines[0]
            .UnitKeys.All(unit => round.Round.Included.TryGetValue(unit, out var one) && round.IsAddedUpHere(one))
            ? Own(columns, lines)
            : null;

    private (IReadOnlyList<FamilyColumn> Columns, PublishedLine[] Lines)? LinesOf(
        string area,
        int indicator,
        int slice
    ) =>
        round.Figures(indicator, slice).Columns is { } columns
        && round.Lines(area, indicator, slice, columns) is { } lines
            ? (columns, lines)
            : null;

    private static AreaSum Own(IReadOnlyList<FamilyColumn> columns, PublishedLine[] lines) =>
        new(
            PartSums.Of([.. lines.Select((line, part) => (decimal)line.Sums[columns[part].Column]!.Value)]),
            lines[0].UnitKeys.Length,
            Array.Exists(lines, line => line.Superseded)
        );
}

/// <param name="Contributors">Returns in it.</param>
/// <param name="IsSuperseded">One of them was restated or withdrawn since.</param>
internal sealed record AreaSum(PartSums Parts, int Contributors, bool IsSuperseded)
{
    public static AreaSum? Add(AreaSum? one, AreaSum? other) =>
        one is null ? other
        : other is null ? one
        : new AreaSum(
            one.Parts + other.Parts,
            one.Contributors + other.Contributors,
            one.IsSuperseded || other.IsSuperseded
        );
}
