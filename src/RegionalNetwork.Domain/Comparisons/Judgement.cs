using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Comparisons;

/// <summary>Better or worse where one way is better, lower or higher where neither is. "Much" holds at 99.8 % too.</summary>
public enum JudgementResult
{
    NotTested,
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

/// <summary>How a council's figure stands to a benchmark value, or why it was not tested.</summary>
/// <param name="NotTestedBecause">A sentence; null where <paramref name="Result"/> is a result.</param>
public readonly record struct Judgement(JudgementResult Result, string? NotTestedBecause)
{
    public bool IsTested => Result != JudgementResult.NotTested;

    public bool IsWorse => Result is JudgementResult.Worse or JudgementResult.MuchWorse;

    public bool IsBetter => Result is JudgementResult.Better or JudgementResult.MuchBetter;

    internal static Judgement NotTested(string because) => new(JudgementResult.NotTested, because);
}

/// <summary>
/// Judges by intervals: worse where all of the 95 % interval lies on the worse side of the benchmark value, much worse where the
/// 99.8 % interval does too. The benchmark is a fixed value; its own chance does not count.
/// </summary>
public static class Judge
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

        var figure = new ComparedFigure(column.Units.All[unit].Code, interval.Percent95, interval.Percent99Point8);
        var result =
            definition.Polarity == Polarity.Parity
                ? BenchmarkComparison.CompareWithParity(figure)
                : BenchmarkComparison.Compare(figure, new BenchmarkValue("", fixedValue), definition.Polarity);
        return new Judgement(ResultOf(result), null);
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

    private static JudgementResult ResultOf(ComparisonResult result) =>
        result switch
        {
            ComparisonResult.MuchWorse => JudgementResult.MuchWorse,
            ComparisonResult.Worse => JudgementResult.Worse,
            ComparisonResult.Similar => JudgementResult.Similar,
            ComparisonResult.Better => JudgementResult.Better,
            ComparisonResult.MuchBetter => JudgementResult.MuchBetter,
            ComparisonResult.MuchLower => JudgementResult.MuchLower,
            ComparisonResult.Lower => JudgementResult.Lower,
            ComparisonResult.Higher => JudgementResult.Higher,
            ComparisonResult.MuchHigher => JudgementResult.MuchHigher,
            _ => throw new ArgumentOutOfRangeException(nameof(result), result, "What was compared has a result."),
        };

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
