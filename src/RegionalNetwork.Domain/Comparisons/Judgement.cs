using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Comparisons;

/// <summary>How a council's figure stands to a benchmark value, or why it was not tested.</summary>
/// <param name="NotTestedBecause">A sentence; null where <paramref name="Result"/> is a result.</param>
public readonly record struct Judgement(ComparisonResult Result, string? NotTestedBecause)
{
    public bool IsTested => NotTestedBecause is null;

    public bool IsWorse => Result is ComparisonResult.Worse or ComparisonResult.MuchWorse;

    public bool IsBetter => Result is ComparisonResult.Better or ComparisonResult.MuchBetter;

    internal static Judgement NotTested(string because) => new(ComparisonResult.NotCompared, because);
}

/// <summary>
/// Judges by intervals: worse where all of the 95 % interval lies on the worse side of the benchmark value, much worse where the
/// 99.8 % interval does too. The benchmark is a fixed value; its own chance does not count.
/// </summary>
internal static class Judge
{
    /// <param name="unit">The council's, by its index in the column; -1 where it has none.</param>
    public static Judgement Of(BenchmarkColumn column, int unit, SetStatistics benchmark, double? value)
    {
        var definition = column.Definition;
        if (column.Statistics.ValueOf(unit) is null)
        {
            return Judgement.NotTested("There is no figure of the council's to compare.");
        }

        if (value is not { } fixedValue)
        {
            return Judgement.NotTested("There is no value to compare with.");
        }

        if (benchmark.Units.Count == 1 && benchmark.Units[0] == unit)
        {
            return Judgement.NotTested("The council is not compared with itself.");
        }

        if (column.Statistics.IntervalOf(unit) is not { } interval)
        {
            return Judgement.NotTested(WhyNoInterval(definition));
        }

        if (CoverageFault(benchmark) is { } fault)
        {
            return Judgement.NotTested(fault);
        }

        var figure = new ComparedFigure(Area(column, unit), interval.Percent95, interval.Percent99Point8);
        return new(BenchmarkComparison.Compare(figure, new BenchmarkValue("", fixedValue), definition.Polarity), null);
    }

    public static string WhyNoInterval(IndicatorDefinition definition) =>
        definition switch
        {
            { Formula: FormulaKind.PublishedOnly } =>
                "Not tested: it is known only as published, without the counts behind it.",
            { Formula: FormulaKind.Count } =>
                "Not tested: a number is not compared with a sum of many; its rate can be.",
            { Interval: IntervalMethod.None } =>
                "Not tested: full-time equivalents, caseloads, amounts and scores are not counts, so chance in them is not known.",
            _ => "Not tested: the counts behind the figure are not published, or do not fit together.",
        };

    private static string Area(BenchmarkColumn column, int unit) => column.Units.All[unit].Code;

    private static string? CoverageFault(SetStatistics benchmark)
    {
        var (have, expected) = benchmark.Rollup is { Coverage: var coverage }
            ? (coverage.Contributors, coverage.Expected)
            : (benchmark.Count, benchmark.Expected);
        return have < Limits.ContributorsToJudgeMin || have * 100 < expected * Limits.CoverageToJudgePercentMin
            ? $"Not tested: only {have} of {expected} have figures."
            : null;
    }
}
