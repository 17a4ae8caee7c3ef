using System.Collections.Frozen;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Returns;

/// <summary>The names of a return's rows and columns. Returns of one version of a collection share theirs.</summary>
public sealed class ReturnLayout(IReadOnlyList<string> items, IReadOnlyList<string> fields)
{
    private const char Joiner = ',';

    private readonly FrozenDictionary<string, int> _items = IndexBy(items);
    private readonly FrozenDictionary<string, int> _fields = IndexBy(fields);

    public IReadOnlyList<string> Items { get; } = items;

    public IReadOnlyList<string> Fields { get; } = fields;

    /// <summary>The names of the fields, joined by commas.</summary>
    public string FieldNames { get; } = string.Join(Joiner, fields);

    /// <summary>Reads what <see cref="FieldNames"/> and the items of rows say.</summary>
    internal static ReturnLayout Of(string fieldNames, IReadOnlyList<ReturnRow> rows) =>
        new([.. rows.Select(row => row.Item)], fieldNames.Split(Joiner));

    internal bool IsOf(string fieldNames, IReadOnlyList<ReturnRow> rows)
    {
        if (FieldNames != fieldNames || Items.Count != rows.Count)
        {
            return false;
        }

        for (var row = 0; row < rows.Count; row++)
        {
            if (Items[row] != rows[row].Item)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Index of the item, or -1.</summary>
    public int IndexOfItem(string item) => _items.GetValueOrDefault(item, -1);

    /// <summary>Index of the field, or -1.</summary>
    public int IndexOfField(string field) => _fields.GetValueOrDefault(field, -1);

    private static FrozenDictionary<string, int> IndexBy(IReadOnlyList<string> names) =>
        names
            .Select((name, index) => (name, index))
            .ToFrozenDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
}

/// <summary>The figures of one return: a row for each item, a column for each field. Immutable.</summary>
public sealed class ReturnFigures
{
    private const char Joiner = ',';

    private readonly ReturnFigure[] _cells;

    /// <param name="cells">Row by row. Belongs to this object from now on.</param>
    /// <exception cref="ArgumentException">There is not one cell of each item and field.</exception>
    public ReturnFigures(ReturnLayout layout, ReturnFigure[] cells)
    {
        if (cells.Length != layout.Items.Count * layout.Fields.Count)
        {
            throw new ArgumentException("Give each item a figure of each field.", nameof(cells));
        }

        (Layout, _cells) = (layout, cells);
    }

    public ReturnLayout Layout { get; }

    /// <summary>Row by row.</summary>
    public IReadOnlyList<ReturnFigure> Cells => _cells;

    /// <summary><see cref="Cells"/>, for those who copy them.</summary>
    public ReadOnlySpan<ReturnFigure> CellsAsSpan() => _cells;

    public ReturnFigure this[int item, int field] => _cells[(item * Layout.Fields.Count) + field];

    /// <summary>Null where the return has no such item or field.</summary>
    public ReturnFigure? Find(string item, string field) =>
        Layout.IndexOfItem(item) is >= 0 and var row && Layout.IndexOfField(field) is >= 0 and var column
            ? this[row, column]
            : null;

    public bool SameAs(ReturnFigures other) =>
        Layout.Items.SequenceEqual(other.Layout.Items)
        && Layout.Fields.SequenceEqual(other.Layout.Fields)
        && _cells.AsSpan().SequenceEqual(other._cells);

    /// <summary>The names of the fields, joined: the heading of <see cref="Rows"/>.</summary>
    public string FieldNames => Layout.FieldNames;

    /// <summary>Canonical texts, a row for each item.</summary>
    public IReadOnlyList<ReturnRow> Rows => [.. Layout.Items.Select((item, row) => new ReturnRow(item, TextOf(row)))];

    /// <summary>Reads what <see cref="FieldNames"/> and <see cref="Rows"/> wrote.</summary>
    /// <param name="known">Used again where it has the same names.</param>
    internal static ReturnFigures Of(string fieldNames, IReadOnlyList<ReturnRow> rows, ReturnLayout? known)
    {
        var layout = known is not null && known.IsOf(fieldNames, rows) ? known : ReturnLayout.Of(fieldNames, rows);
        var cells = new ReturnFigure[rows.Count * layout.Fields.Count];
        var next = 0;
        foreach (var row in rows)
        {
            foreach (var cell in row.Cells.AsSpan().Split(Joiner))
            {
                cells[next++] = Read(row.Cells.AsSpan()[cell]);
            }
        }

        return new ReturnFigures(layout, cells);
    }

    private string TextOf(int row) =>
        string.Join(Joiner, Enumerable.Range(0, Layout.Fields.Count).Select(column => this[row, column].Text));

    private static ReturnFigure Read(ReadOnlySpan<char> text)
    {
        var figure = ReturnFigure.Read(text, out var fault);
        return fault == FigureFault.None
            ? figure
            : throw new InvalidOperationException(
                $"The journal holds the figure \"{text}\", which the grain would refuse."
            );
    }
}

/// <summary>One row of a return as it is written down.</summary>
/// <param name="Cells">Canonical texts of the figures, joined by commas, in the order of the fields.</param>
public sealed record ReturnRow(string Item, string Cells);
