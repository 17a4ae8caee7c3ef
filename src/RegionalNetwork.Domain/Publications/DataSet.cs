namespace RegionalNetwork.Domain.Publications;

/// <summary>
/// The figures of one file in the DfE open data standard, as columns: what a vintage of a publication consists of.
/// Each distinct cell text is kept once, as published, in <see cref="Texts"/>; a cell is an index into it. A row is one
/// (period, area, slice); a file without filters has exactly one slice, with no items.
/// </summary>
/// <param name="Cells">One array an indicator, each as long as <paramref name="Rows"/>: index into <paramref name="Texts"/>.</param>
public sealed record DataSet(
    IReadOnlyList<Period> Periods,
    IReadOnlyList<AreaReference> Areas,
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyList<Slice> Slices,
    IReadOnlyList<IndicatorColumn> Indicators,
    IReadOnlyList<string> Texts,
    IReadOnlyList<DataRow> Rows,
    IReadOnlyList<int[]> Cells
);

/// <summary>A time period as published. <see cref="Code"/> is the digits (<c>2023</c>, <c>202425</c>), <see cref="Identifier"/>
/// their meaning (<c>Reporting year</c>, <c>Academic year</c>).</summary>
public sealed record Period(string Code, string Identifier);

/// <summary>The level of an area, as <c>geographic_level</c> names it.</summary>
public enum AreaLevel
{
    National,
    Regional,
    LocalAuthority,
}

/// <summary>An area as the file names it.</summary>
/// <param name="Code">Nine-character code; a joint return keeps its published form, <c>E09000021 / E09000027</c>; a legacy
/// authority without one has its three-digit code here.</param>
/// <param name="ThreeDigitCode">The <c>old_la_code</c> of a local authority, or null.</param>
public sealed record AreaReference(AreaLevel Level, string Code, string? ThreeDigitCode, string Name);

/// <summary>A filter column and its items in order of appearance.</summary>
public sealed record Dimension(string Column, string Label, IReadOnlyList<string> Items);

/// <summary>One combination of filter items that occurs in the file: an item index for each dimension, in their order.</summary>
public sealed record Slice(IReadOnlyList<int> Items);

/// <summary>An indicator column. <see cref="Unit"/> is the standard's (<c>%</c>, <c>£</c> ...) or empty; decimal places are null
/// where neither metadata nor the figures tell.</summary>
public sealed record IndicatorColumn(string Column, string Label, string Group, string Unit, int? DecimalPlaces);

/// <summary>The key of a row: indexes into periods, areas and slices of the data set.</summary>
public readonly record struct DataRow(int Period, int Area, int Slice);
