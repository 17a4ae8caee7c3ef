using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>What a publication's columns mean: the content of one file of <c>schema/indicators</c>.</summary>
/// <param name="Publication">Slug under which its files are imported.</param>
/// <param name="RecognisedBy">A file with all these columns is of this publication.</param>
/// <param name="ReferenceDay">The day of each period that its figures describe.</param>
public sealed record PublicationMapping(
    PublicationId Publication,
    string Title,
    string Source,
    IReadOnlyList<string> RecognisedBy,
    DayOfYear ReferenceDay,
    IReadOnlyList<IndicatorDefinition> Indicators
) : IndicatorCollection(Publication.Slug, Title, Source, Indicators)
{
    /// <summary>Whether a file with these column names is of this publication.</summary>
    public bool Recognises(IReadOnlyList<string> columns)
    {
        var names = new ColumnNames(columns);
        return RecognisedBy.All(column => names.IndexOf(column) >= 0);
    }
}

/// <summary>A day without a year. 29 February is not one: it does not exist in every period.</summary>
public sealed record DayOfYear(int Month, int Day);
