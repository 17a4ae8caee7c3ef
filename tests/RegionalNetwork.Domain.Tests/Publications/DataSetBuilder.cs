using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Tests.Publications;

/// <summary>Makes small data sets row by row, and large ones from the rows of a file.</summary>
internal sealed class DataSetBuilder
{
    private readonly List<Period> _periods = [];
    private readonly List<AreaReference> _areas = [];
    private readonly List<List<int>> _sliceItems = [];
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _textIndexes = [];
    private readonly List<DataRow> _rows = [];
    private readonly string[] _filters;
    private readonly List<string>[] _items;
    private readonly string[] _columns;
    private readonly List<int>[] _cells;

    public DataSetBuilder(string[] filters, params string[] columns)
    {
        _filters = filters;
        _items = [.. filters.Select(_ => new List<string>())];
        _columns = columns;
        _cells = [.. columns.Select(_ => new List<int>())];
    }

    public static AreaReference Country { get; } = new(AreaLevel.National, "E92000001", null, "England");

    public static AreaReference Region(string code, string name) => new(AreaLevel.Regional, code, null, name);

    public static AreaReference Council(string code, string name) => new(AreaLevel.LocalAuthority, code, null, name);

    /// <summary>A file without filters in the layout of the DfE open data standard.</summary>
    public static DataSet FromRows(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, params string[] filters)
    {
        string[] known =
        [
            "time_period",
            "time_identifier",
            "geographic_level",
            "country_code",
            "country_name",
            "region_code",
            "region_name",
            "old_la_code",
            "new_la_code",
            "la_name",
        ];
        var builder = new DataSetBuilder(filters, [.. rows[0].Keys.Except(known).Except(filters)]);
        foreach (var row in rows)
        {
            builder.Row(
                new Period(row["time_period"], row["time_identifier"]),
                AreaOf(row),
                [.. filters.Select(filter => row[filter])],
                [.. builder._columns.Select(column => row[column])]
            );
        }
        return builder.Build();
    }

    /// <summary>A row of a reporting year, in a data set without filters.</summary>
    public DataSetBuilder Row(string year, AreaReference area, params string[] cells) =>
        Row(new Period(year, "Reporting year"), area, [], cells);

    public DataSetBuilder Row(Period period, AreaReference area, string[] items, string[] cells)
    {
        var itemIndexes = items.Select((item, filter) => IndexIn(_items[filter], item)).ToList();
        var slice = _sliceItems.FindIndex(known => known.SequenceEqual(itemIndexes));
        if (slice < 0)
        {
            slice = _sliceItems.Count;
            _sliceItems.Add(itemIndexes);
        }
        _rows.Add(new DataRow(IndexIn(_periods, period), IndexIn(_areas, area), slice));
        foreach (var (cell, column) in cells.Zip(_cells))
        {
            column.Add(TextIndex(cell));
        }
        return this;
    }

    public DataSet Build() =>
        new(
            _periods,
            _areas,
            [.. _filters.Select((filter, index) => new Dimension(filter, filter, _items[index]))],
            [.. _sliceItems.Select(items => new Slice(items))],
            [.. _columns.Select(column => new IndicatorColumn(column, column, "", "", null))],
            _texts,
            _rows,
            [.. _cells.Select(column => column.ToArray())]
        );

    private static AreaReference AreaOf(IReadOnlyDictionary<string, string> row) =>
        row["geographic_level"] switch
        {
            "National" => new(AreaLevel.National, row["country_code"], null, row["country_name"]),
            "Regional" => new(AreaLevel.Regional, row["region_code"], null, row["region_name"]),
            _ => new(AreaLevel.LocalAuthority, row["new_la_code"], row["old_la_code"], row["la_name"]),
        };

    private int TextIndex(string text)
    {
        if (!_textIndexes.TryGetValue(text, out var index))
        {
            index = _texts.Count;
            _texts.Add(text);
            _textIndexes.Add(text, index);
        }
        return index;
    }

    private static int IndexIn<T>(List<T> list, T item)
    {
        var index = list.IndexOf(item);
        if (index < 0)
        {
            index = list.Count;
            list.Add(item);
        }
        return index;
    }
}
