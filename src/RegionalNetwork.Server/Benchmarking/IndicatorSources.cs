using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.ReturnedFigures;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Benchmarking;

/// <summary>Finds indicators with their figures: of publications, the same for everybody, and of what councils returned, as the caller
/// may see it.</summary>
internal static class IndicatorSources
{
    /// <param name="vintage">Null for the current one. Of what councils returned only the last round is shown.</param>
    public static IndicatorSource? Find(NetworkRequest request, string code, int? vintage)
    {
        if (request.Snapshot.Benchmarks.FindByIndicator(code) is not { } benchmarks)
        {
            return FindReturned(request, code, vintage);
        }

        if (vintage is { } number && benchmarks.Vintage.Number != number)
        {
            benchmarks = request
                .Snapshot.Benchmarks.VintagesOf(benchmarks.Vintage.Publication)
                .FirstOrDefault(earlier => earlier.Vintage.Number == number);
        }

        var index = benchmarks?.FindIndicator(code) ?? -1;
        return index < 0 ? null : new PublishedIndicator(benchmarks!, index);
    }

    /// <summary>The indicator in each vintage that has it, oldest first; empty for an unknown one.</summary>
    public static IReadOnlyList<IndicatorSource> AllVintages(NetworkRequest request, string code) =>
        request.Snapshot.Benchmarks.FindByIndicator(code) is { } current
            ? PublishedIndicator.In(request.Snapshot.Benchmarks.VintagesOf(current.Vintage.Publication), code)
        : FindReturned(request, code, vintage: null) is { } returned ? [returned]
        : [];

    public static IReadOnlyList<IndicatorSource> OfPublication(NetworkRequest request, string publication) =>
        request.Snapshot.Benchmarks.Current(publication) is { } benchmarks
            ? [.. benchmarks.Indicators.Select((_, index) => new PublishedIndicator(benchmarks, index))]
            : [];

    public static IReadOnlyList<IndicatorSource> All(NetworkRequest request) =>
        [
            .. request.Snapshot.Benchmarks.Publications.SelectMany(publication => OfPublication(request, publication)),
            .. request.Snapshot.Returned.All(request.FigureViewer),
        ];

    private static ReturnedIndicator? FindReturned(NetworkRequest request, string code, int? vintage) =>
        request.Snapshot.Returned.Find(code, request.FigureViewer) is { } returned
        && (vintage is null || vintage == returned.VintageOf(returned.PeriodsInOrder[^1]))
            ? returned
            : null;
}
