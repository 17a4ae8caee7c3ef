using RegionalNetwork.Domain.Benchmarking;

namespace RegionalNetwork.Domain.Methods;

/// <summary>Better, similar or worse than a benchmark; higher or lower where neither way is better. "Much" holds at 99.8 % too.</summary>
public enum ComparisonResult
{
    /// <summary>The area is its own benchmark, or there is no interval or no benchmark.</summary>
    NotCompared,
    MuchWorse,
    Worse,
    Similar,
    Better,
    MuchBetter,
    MuchLower,
    Lower,
    Higher,
    MuchHigher,
}

/// <summary>What is compared: an area's figure by its intervals, null where it has none. Same unit as the benchmark.</summary>
public readonly record struct ComparedFigure(string AreaCode, Interval? Percent95, Interval? Percent99Point8);

/// <summary>What it is compared with: a fixed value, whose own uncertainty does not count. Null where it is not known.</summary>
public readonly record struct BenchmarkValue(string AreaCode, double? Value);

/// <summary>
/// A figure differs from a benchmark where its whole interval lies to one side; an interval that touches it is similar.
/// Source: OHID's FingertipsNext (<c>BenchmarkComparisonEngine.cs</c>).
/// </summary>
public static class BenchmarkComparison
{
    /// <summary>The ratio of two groups treated alike.</summary>
    private const double Parity = 1;

    /// <exception cref="ArgumentOutOfRangeException">The polarity has no rule here.</exception>
    public static ComparisonResult Compare(ComparedFigure figure, BenchmarkValue benchmark, Polarity polarity)
    {
        if (benchmark.Value is not { } value || figure.AreaCode == benchmark.AreaCode)
        {
            return ComparisonResult.NotCompared;
        }
        // No default: a polarity that is added must be thought about here, not taken as neutral.
        return polarity switch
        {
            Polarity.HigherIsBetter => Judge(figure, value, worse: -1),
            Polarity.LowerIsBetter => Judge(figure, value, worse: 1),
            Polarity.Neutral => Describe(figure, value),
            _ => throw new ArgumentOutOfRangeException(nameof(polarity), polarity, "It has no rule of comparison."),
        };
    }

    /// <summary>For a ratio that should be 1, such as a relative likelihood: away from 1 is worse either way, whatever others
    /// have.</summary>
    public static ComparisonResult CompareWithParity(ComparedFigure figure)
    {
        var side = figure.Percent95?.SideOf(Parity);
        return side is null ? ComparisonResult.NotCompared : Judge(figure, Parity, worse: side.Value);
    }

    private static ComparisonResult Judge(ComparedFigure figure, double value, int worse)
    {
        if (figure.Percent95 is not { } interval)
        {
            return ComparisonResult.NotCompared;
        }
        var side = interval.SideOf(value);
        if (side == 0)
        {
            return ComparisonResult.Similar;
        }
        return (side == worse, IsMuch(figure, value)) switch
        {
            (true, true) => ComparisonResult.MuchWorse,
            (true, false) => ComparisonResult.Worse,
            (false, true) => ComparisonResult.MuchBetter,
            (false, false) => ComparisonResult.Better,
        };
    }

    private static ComparisonResult Describe(ComparedFigure figure, double value) =>
        Judge(figure, value, worse: -1) switch
        {
            ComparisonResult.MuchWorse => ComparisonResult.MuchLower,
            ComparisonResult.Worse => ComparisonResult.Lower,
            ComparisonResult.Better => ComparisonResult.Higher,
            ComparisonResult.MuchBetter => ComparisonResult.MuchHigher,
            var other => other,
        };

    private static bool IsMuch(ComparedFigure figure, double value) =>
        figure.Percent99Point8 is { } wide && wide.SideOf(value) != 0;
}
