using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Benchmarking;

/// <summary>Finds indicators with their figures.</summary>
internal static class IndicatorSources
{
    /// <param name="vintage">Null for the current one.</param>
    public static IndicatorSource? Find(NetworkSnapshot snapshot, string code, int? vintage)
    {
        var benchmarks = snapshot.Benchmarks.FindByIndicator(code);
        if (benchmarks is not null && vintage is { } number && benchmarks.Vintage.Number != number)
        {
            benchmarks = snapshot
                .Benchmarks.VintagesOf(benchmarks.Vintage.Publication)
                .FirstOrDefault(earlier => earlier.Vintage.Number == number);
        }

        var index = benchmarks?.FindIndicator(code) ?? -1;
        return index < 0 ? null : new PublishedIndicator(benchmarks!, index);
    }

    /// <summary>The indicator in each vintage that has it, oldest first; empty for an unknown one.</summary>
    public static IReadOnlyList<IndicatorSource> AllVintages(NetworkSnapshot snapshot, string code) =>
        snapshot.Benchmarks.FindByIndicator(code) is { } current
            ? PublishedIndicator.In(snapshot.Benchmarks.VintagesOf(current.Vintage.Publication), code)
            : [];

    public static IReadOnlyList<IndicatorSource> OfPublication(NetworkSnapshot snapshot, string publication) =>
        snapshot.Benchmarks.Current(publication) is { } benchmarks
            ? [.. benchmarks.Indicators.Select((_, index) => new PublishedIndicator(benchmarks, index))]
            : [];

    public static IReadOnlyList<IndicatorSource> All(NetworkSnapshot snapshot) =>
        [.. snapshot.Benchmarks.Publications.SelectMany(publication => OfPublication(snapshot, publication))];
}
