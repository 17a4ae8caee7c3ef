using System.Collections.Frozen;

namespace RegionalNetwork.Domain.Publications;

/// <summary>One accepted file of a publication, complete and immutable: its structure, and every figure in four bytes.</summary>
public sealed class Vintage
{
    private readonly VintageImported _imported;
    private readonly Figure[] _pool;
    private readonly int[][] _cells;
    private readonly DataRow[] _rows;
    private readonly RowIndex _rowIndex;
    private readonly ColumnNames _columns;
    private readonly FrozenDictionary<string, int> _periodByCode;
    private readonly FrozenDictionary<string, int> _areaByCode;

    internal Vintage(VintageImported imported, DataRow[] rows, int[][] cells)
    {
        _imported = imported;
        _rows = rows;
        _cells = cells;
        _pool = [.. imported.Texts.Select(Read)];
        _rowIndex = new RowIndex(imported.Periods.Count, imported.Areas.Count, imported.Slices.Count, rows);
        _columns = new ColumnNames([.. imported.Indicators.Select(indicator => indicator.Column)]);
        _periodByCode = IndexBy(imported.Periods.Select(period => period.Code));
        _areaByCode = IndexBy(imported.Areas.Select(area => area.Code));
    }

    /// <summary>The vintage that was taken apart into these.</summary>
    /// <param name="imported">Its structure.</param>
    /// <param name="rows">As <see cref="RowsAsSpan"/> had them. Belongs to the vintage from now on, as do <paramref name="cells"/>.</param>
    /// <param name="cells">By indicator, as <see cref="CellsOf"/> had them.</param>
    public static Vintage Of(VintageImported imported, DataRow[] rows, int[][] cells) => new(imported, rows, cells);

    /// <summary>What was said of it when it came.</summary>
    public VintageImported Imported => _imported;

    public string Publication => _imported.Publication;

    public int Number => _imported.Vintage;

    public string Title => _imported.Title;

    public string FileName => _imported.FileName;

    public string ContentHash => _imported.ContentHash;

    public DateTimeOffset ImportedAt => _imported.ImportedAt;

    public IReadOnlyList<string> Warnings => _imported.Warnings;

    public IReadOnlyList<Period> Periods => _imported.Periods;

    public IReadOnlyList<AreaReference> Areas => _imported.Areas;

    public IReadOnlyList<Dimension> Dimensions => _imported.Dimensions;

    public IReadOnlyList<Slice> Slices => _imported.Slices;

    public IReadOnlyList<IndicatorColumn> Indicators => _imported.Indicators;

    public IReadOnlyList<DataRow> Rows => _rows;

    /// <summary><see cref="Rows"/>, for those who copy them.</summary>
    public ReadOnlySpan<DataRow> RowsAsSpan() => _rows;

    public long FigureCount => (long)_rows.Length * _cells.Length;

    /// <summary>Index of the period with these digits, or -1.</summary>
    public int FindPeriod(string code) => _periodByCode.GetValueOrDefault(code, -1);

    /// <summary>Index of the area with this code as published, or -1.</summary>
    public int FindArea(string code) => _areaByCode.GetValueOrDefault(code, -1);

    /// <summary>Index of the indicator column, or -1. Case and a legacy <c>%</c> at the end do not matter.</summary>
    public int FindIndicator(string column) => _columns.IndexOf(column);

    /// <summary>The row of a (period, area, slice), all given by index, or -1.</summary>
    public int FindRow(int period, int area, int slice) => _rowIndex.Find(period, area, slice);

    /// <summary>Row by row, which of the file's texts an indicator has.</summary>
    public ReadOnlySpan<int> CellsOf(int indicator) => _cells[indicator];

    public ref readonly Figure FigureAt(int row, int indicator) => ref _pool[_cells[indicator][row]];

    /// <summary>The figure, or null where the file has no such row.</summary>
    public Figure? Find(int period, int area, int slice, int indicator)
    {
        var row = FindRow(period, area, slice);
        return row < 0 ? null : FigureAt(row, indicator);
    }

    private static Figure Read(string text)
    {
        var reading = FigureText.Parse(text);
        return reading.IsFault
            ? throw new InvalidOperationException(
                $"The journal holds the figure \"{text}\", which the grain would refuse."
            )
            : new Figure(text, reading.Status, reading.Value);
    }

    private static FrozenDictionary<string, int> IndexBy(IEnumerable<string> codes) =>
        codes.Select((code, index) => (code, index)).ToFrozenDictionary(pair => pair.code, pair => pair.index);
}
