using System.Globalization;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>The cells that one figure of an indicator is made of; null where the file has no such row or column.</summary>
/// <param name="ReferenceNumerator">Of the group that is compared with; null unless the formula compares groups.</param>
/// <param name="Published">The publisher's own value.</param>
internal readonly record struct IndicatorParts(
    Figure? Numerator,
    Figure? Denominator,
    Figure? ReferenceNumerator,
    Figure? ReferenceDenominator,
    Figure? Published
)
{
    /// <summary>Several cells as one: a symbol where any of them is a symbol that no number can stand for, and <c>low</c> where all
    /// of them are low or zero and one is low.</summary>
    public static Figure? Sum(ReadOnlySpan<Figure?> cells)
    {
        if (cells.Length == 1)
        {
            return cells[0];
        }

        var (sum, low) = (0m, false);
        foreach (var cell in cells)
        {
            if (cell?.Summand is not { } summand)
            {
                return cell;
            }

            sum += summand;
            low |= cell.Value.Status == FigureStatus.Low;
        }

        return sum == 0 && low
            ? new Figure("low", FigureStatus.Low, 0)
            : new Figure(sum.ToString(CultureInfo.InvariantCulture), FigureStatus.Value, (double)sum);
    }
}
