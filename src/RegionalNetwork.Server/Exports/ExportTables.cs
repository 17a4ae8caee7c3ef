using System.Globalization;
using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Server.Benchmarking;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Exports;

/// <summary>Finds the table that an address means, as its caller may see it. Null where there is none for the caller.</summary>
internal static class ExportTables
{
    public static ExportTable? Indicator(NetworkRequest request, string code) =>
        IndicatorSources.Find(request, code, vintage: null) is { } source ? BenchmarkTable.OfOne(source) : null;

    public static ExportTable? Collection(NetworkRequest request, string slug)
    {
        IndicatorSource[] sources = [.. IndicatorSources.All(request).Where(each => each.Definition.Collection == slug)];
        return sources.Length == 0 ? null : BenchmarkTable.OfSet(slug, sources);
    }

    /// <summary>Publications are the same for everybody.</summary>
    public static ExportTable? Vintage(NetworkRequest request, string publication, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var vintage)
        && request.Snapshot.Publications.Find(publication)?.FindVintage(vintage) is { } found
            ? VintageTable.Of(found)
            : null;

    public static ExportTable? Comparison(NetworkRequest request, string council, IQueryCollection query) =>
        CouncilRegister.England.Find(council) is { } found && query["indicators"].ToString() is { Length: > 0 } codes
            ? BasketTable.Of(
                request,
                found,
                [.. codes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                query["period"].ToString() is { Length: > 0 } period ? period : null
            )
            : null;
}
