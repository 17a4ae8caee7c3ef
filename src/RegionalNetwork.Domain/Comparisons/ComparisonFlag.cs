using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Comparisons;

/// <summary>Why two figures do not quite compare.</summary>
public enum ComparisonFlagKind
{
    PeriodDiffers,
    ReferenceDateDiffers,
    MethodDiffers,
    OriginDiffers,
    SeriesBreaks,
    IndicatorDiffers,
}

/// <param name="Sentence">For the reader, with what differs.</param>
public sealed record ComparisonFlag(ComparisonFlagKind Kind, string Sentence);

/// <summary>Where a figure comes from, as far as it decides what it may be set beside.</summary>
/// <param name="MethodVersion">Of the definition; null where nobody numbered it.</param>
public sealed record FigureProvenance(
    IndicatorDefinition Definition,
    Period Period,
    DateOnly ReferenceDate,
    string? MethodVersion,
    FigureOrigin Origin
)
{
    /// <param name="period">By its index in the source.</param>
    public static FigureProvenance Of(IndicatorSource source, int period) =>
        new(
            source.Definition,
            source.AllPeriods[period],
            source.UnitsOf(period).ReferenceDate,
            source.MethodVersionOf(period),
            source.Origin
        );
}

/// <summary>Says what makes two figures unlike. Nothing is refused here: who shows them side by side shows the sentences too.</summary>
public static class Comparability
{
    /// <param name="breaks">Of the council's series, where both figures are one council's; otherwise none.</param>
    public static IReadOnlyList<ComparisonFlag> Flags(
        FigureProvenance one,
        FigureProvenance other,
        IReadOnlyList<SeriesBreak> breaks
    )
    {
        var flags = new List<ComparisonFlag>();
        if (!string.Equals(one.Definition.Code, other.Definition.Code, StringComparison.OrdinalIgnoreCase))
        {
            Add(
                ComparisonFlagKind.IndicatorDiffers,
                $"{one.Definition.Label} and {other.Definition.Label} are not the same measure."
            );
        }

        if (one.Period.Identifier != other.Period.Identifier)
        {
            Add(
                ComparisonFlagKind.PeriodDiffers,
                $"One is of a {Words(one.Period)}, the other of a {Words(other.Period)}."
            );
        }

        if (one.ReferenceDate != other.ReferenceDate)
        {
            Add(
                ComparisonFlagKind.ReferenceDateDiffers,
                $"One describes {Sentences.Day(one.ReferenceDate)}, the other {Sentences.Day(other.ReferenceDate)}."
            );
        }

        if (one.MethodVersion != other.MethodVersion)
        {
            Add(
                ComparisonFlagKind.MethodDiffers,
                $"They were made by different methods: version {one.MethodVersion ?? "unknown"} and version {other.MethodVersion ?? "unknown"}."
            );
        }

        if (one.Origin != other.Origin)
        {
            Add(
                ComparisonFlagKind.OriginDiffers,
                "One is an official statistic, the other a figure that councils returned themselves."
            );
        }

        var (from, to) =
            one.ReferenceDate < other.ReferenceDate
                ? (one.ReferenceDate, other.ReferenceDate)
                : (other.ReferenceDate, one.ReferenceDate);
        foreach (var found in breaks.Where(found => from < found.Date && found.Date <= to))
        {
            Add(ComparisonFlagKind.SeriesBreaks, found.Sentence);
        }

        return flags;

        void Add(ComparisonFlagKind kind, string sentence) => flags.Add(new ComparisonFlag(kind, sentence));
    }

    private static string Words(Period period) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{period.Identifier.ToLowerInvariant()} ({period.Code})"
        );
}
