using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Comparisons;

namespace RegionalNetwork.Server.Benchmarking;

/// <summary>England, a region, a part of London or a network.</summary>
internal sealed record AreaView(string Code, string Name)
{
    public static AreaView England { get; } = new(Domain.Councils.England.Code, Domain.Councils.England.Name);
}

/// <summary>A rollup with what it is of.</summary>
/// <param name="Rollup">Null for an indicator known only as published.</param>
/// <param name="Published">The publication's own figure for the area; null where it has none.</param>
/// <param name="Status">Why there is no value.</param>
internal sealed record RollupView(AreaView Area, Period Period, Rollup? Rollup, Figure? Published, FigureStatus Status)
{
    public bool IsSuperseded => Rollup?.IsSuperseded ?? false;

    public double? Value => Rollup?.Value;

    public double? Numerator => Rollup is null ? null : (double)Rollup.Numerator;

    public double? Denominator => (double?)Rollup?.Denominator;

    public double? ReferenceNumerator => (double?)Rollup?.ReferenceNumerator;

    public double? ReferenceDenominator => (double?)Rollup?.ReferenceDenominator;

    public Coverage? Coverage => Rollup?.Coverage;

    public double? Difference => Rollup?.Difference;

    public static RollupView OfArea(BenchmarkColumn column, AreaView area)
    {
        var rollup = column.RollupTo(area.Code);
        var published = rollup is null ? column.FigureOfArea(area.Code)?.Published : rollup.Published;
        return new RollupView(area, column.Units.Period, rollup, published, StatusOf(column, rollup));
    }

    /// <summary>Over the members on the period's reference date. No publication has a figure for a network.</summary>
    public static RollupView OfNetwork(BenchmarkColumn column, Network network)
    {
        var rollup = column.RollupTo(network);
        var area = new AreaView(network.Id, network.Details.Name);
        return new RollupView(area, column.Units.Period, rollup, Published: null, StatusOf(column, rollup));
    }

    /// <summary>One symbol for all that is kept back, whatever the rule.</summary>
    private static FigureStatus StatusOf(BenchmarkColumn column, Rollup? rollup) =>
        rollup is { Value: not null } ? FigureStatus.Value
        : rollup is not null ? FigureStatus.NotAvailable
        : column.WithholdsRollups ? FigureStatus.Confidential
        : FigureStatus.NotApplicable;
}

/// <summary>One area over all periods.</summary>
/// <param name="Columns">Those of the points.</param>
internal sealed record RollupSeriesView(AreaView Area, RollupView[] Points, BenchmarkColumn[] Columns)
{
    public SeriesTrend Trend =>
        SeriesTrend.Of(
            Columns[0].Definition,
            [.. Columns.Select((column, index) => (column.Units.ReferenceDate, Points[index].Rollup))]
        );

    /// <summary>From the last period but one to the last; null where one of the two has no value.</summary>
    public ChangeView? Change =>
        Points.Length > 1
        && CountedValue.Of(Points[^2].Rollup) is { } before
        && CountedValue.Of(Points[^1].Rollup) is { } after
            ? new ChangeView(
                Points[^2].Period,
                before.Value,
                PeriodChange.Between(Columns[0].Definition, before, after),
                []
            )
            : null;
}
