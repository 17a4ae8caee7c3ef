using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>The value of an indicator from its parts, for one council or, the parts being sums, for many.</summary>
internal static class FigureArithmetic
{
    /// <summary>Null where there is nothing to divide by.</summary>
    /// <param name="year">Of the reference date, for working days.</param>
    public static double? Value(IndicatorDefinition definition, decimal numerator, decimal denominator, int year)
    {
        var divisor = definition.Divisor(numerator, denominator, year);
        return divisor == 0 ? null : (double)(numerator / divisor * definition.Scale);
    }

    /// <summary>A relative likelihood.</summary>
    /// <param name="parts">Numerator and denominator of the group, then of the reference.</param>
    public static double? Ratio(IReadOnlyList<double?> parts) =>
        parts is [{ } groupCount, { } group and > 0, { } referenceCount, { } reference and > 0]
        && groupCount <= group
        && referenceCount <= reference
            ? RelativeLikelihood
                .Of(
                    new Proportion(groupCount, group),
                    new Proportion(referenceCount, reference),
                    ConfidenceLevel.Percent95
                )
                .Ratio
            : null;
}
