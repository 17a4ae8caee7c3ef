namespace RegionalNetwork.Domain.Publications;

/// <summary>What has happened to a publication. Lists and arrays of primitives throughout: a vintage is half a million figures.</summary>
/// <param name="Publication">The publication's slug.</param>
public abstract record PublicationEvent(string Publication);

/// <summary>A data file was accepted: its structure and its distinct cell texts. <see cref="FiguresRecorded"/> events with
/// <paramref name="RowCount"/> rows in all follow at once, in the same atomic append.</summary>
/// <param name="Vintage">1 for the first file of the publication, then counting up.</param>
/// <param name="ContentHash">SHA-256 of data and metadata, lower-case hexadecimal.</param>
/// <param name="Warnings">Where the file strays from the standard without being ambiguous, a sentence each.</param>
public sealed record VintageImported(
    string Publication,
    int Vintage,
    string Title,
    string FileName,
    string ContentHash,
    DateTimeOffset ImportedAt,
    IReadOnlyList<Period> Periods,
    IReadOnlyList<AreaReference> Areas,
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyList<Slice> Slices,
    IReadOnlyList<IndicatorColumn> Indicators,
    IReadOnlyList<string> Texts,
    int RowCount,
    IReadOnlyList<string> Warnings
) : PublicationEvent(Publication);

/// <summary>Consecutive rows of a vintage: for each row its period, area and slice, and for each indicator a cell a row. All
/// are indexes into the lists of the <see cref="VintageImported"/> before.</summary>
public sealed record FiguresRecorded(
    string Publication,
    int Vintage,
    int FirstRow,
    int[] Periods,
    int[] Areas,
    int[] Slices,
    int[][] Cells
) : PublicationEvent(Publication);

/// <summary>The figures that a narrative report states. A later edition takes the place of the one before.</summary>
/// <param name="Edition">1 for the first, then counting up.</param>
/// <param name="Council">ONS code of the council whose report it is, or null for a regional or national one.</param>
/// <param name="ContentHash">SHA-256 of what the statements were taken from, lower-case hexadecimal.</param>
public sealed record StatementsRecorded(
    string Publication,
    int Edition,
    string Title,
    string? Council,
    string ContentHash,
    DateTimeOffset RecordedAt,
    IReadOnlyList<StatedFigure> Statements
) : PublicationEvent(Publication);
