using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Benchmarking;

/// <summary>An indicator with the vintage that its figures come from.</summary>
/// <param name="Index">Into the indicators of <paramref name="Benchmarks"/>.</param>
internal sealed record IndicatorView(VintageBenchmarks Benchmarks, int Index)
{
    public IndicatorDefinition Definition => Benchmarks.Indicators[Index];

    public IReadOnlyList<Period> Periods =>
        [.. Benchmarks.Geography.PeriodsInOrder.Select(period => Benchmarks.Vintage.Periods[period])];

    /// <param name="vintage">Null for the current one.</param>
    public static IndicatorView? Find(NetworkSnapshot snapshot, string code, int? vintage)
    {
        var benchmarks = snapshot.Benchmarks.FindByIndicator(code);
        if (benchmarks is not null && vintage is { } number && benchmarks.Vintage.Number != number)
        {
            benchmarks = snapshot
                .Benchmarks.VintagesOf(benchmarks.Vintage.Publication)
                .FirstOrDefault(earlier => earlier.Vintage.Number == number);
        }

        var index = benchmarks?.FindIndicator(code) ?? -1;
        return index < 0 ? null : new IndicatorView(benchmarks!, index);
    }

    public static IReadOnlyList<IndicatorView> OfPublication(NetworkSnapshot snapshot, string publication) =>
        snapshot.Benchmarks.Current(publication) is { } benchmarks
            ? [.. benchmarks.Indicators.Select((_, index) => new IndicatorView(benchmarks, index))]
            : [];

    public static IReadOnlyList<IndicatorView> All(NetworkSnapshot snapshot) =>
        [.. snapshot.Benchmarks.Publications.SelectMany(publication => OfPublication(snapshot, publication))];

    /// <summary>Index of the period, the latest when none is named; -1 where there is no such period.</summary>
    public int FindPeriod(string? code) =>
        code is null ? Benchmarks.Geography.PeriodsInOrder[^1] : Benchmarks.Vintage.FindPeriod(code);
}
