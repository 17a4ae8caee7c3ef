using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Comparisons;

/// <summary>The councils whose fifths are meant.</summary>
internal enum ExceptionSet
{
    Network,
    Region,
    England,
}

/// <param name="Indicators">Null for all of the catalogue that have figures.</param>
internal sealed record ExceptionArguments(
    string? Period,
    ExceptionSet Within,
    IReadOnlyList<string>? Indicators,
    string? Network
);

/// <summary>An indicator in the lowest or highest fifth.</summary>
internal sealed record IndicatorException(PositionView Position, IndicatorComparison Comparison);

internal static class ExceptionQuery
{
    public static IReadOnlyList<IndicatorException> Of(
        NetworkRequest request,
        Council council,
        ExceptionArguments arguments
    )
    {
        var codes = arguments.Indicators ?? ComparisonQuery.Catalogued(request);
        if (arguments.Indicators is not null)
        {
            ComparisonQuery.RefuseTooMany(codes.Count);
        }

        var sources = ComparisonQuery.SourcesOf(request, arguments.Network, neighbourModel: null, group: null);
        ComparatorKind[] comparator = [KindOf(arguments.Within)];
        var exceptions = new List<IndicatorException>();
        foreach (var code in codes)
        {
            var comparison = ComparisonQuery.Of(request, council, code, arguments.Period, comparator, sources);
            if (comparison.PositionAgainst(comparator[0]) is { Position.IsExtreme: true } position)
            {
                exceptions.Add(new IndicatorException(position, comparison));
            }
        }

        return exceptions;
    }

    private static ComparatorKind KindOf(ExceptionSet set) =>
        set switch
        {
            ExceptionSet.Region => ComparatorKind.Region,
            ExceptionSet.England => ComparatorKind.England,
            _ => ComparatorKind.Network,
        };
}
