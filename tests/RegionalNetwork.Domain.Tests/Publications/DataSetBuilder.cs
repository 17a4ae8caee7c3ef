using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Tests.Publications;

/// <summary>Makes small data sets row by row, and large ones from the rows of a file.</summary>
internal sealed class DataSetBuilder
{
    private readonly Indexed<Period> _periods = new();
    private readonly Indexed<AreaReference> _areas = new();
    private readonly Indexed<string> _slices = new();
    private readonly List<int[]> _sliceItems = [];
    private readonly Indexed<string> _texts = new();
    private readonly List<DataRow> _rows = [];
    private readonly string[] _filters;
    private readonly Indexed<string>[] _items;
    private readonly string[] _columns;
    private readonly List<int>[] _cells;

    public DataSetBuilder(string[] filters, params string[] columns)
    {
        _filters = filters;
        _items = [.. filters.Select(_ => new Indexed<string>())];
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
        var itemIndexes = items.Select((item, filter) => _items[filter].IndexOf(item)).ToArray();
        var slice = _slices.IndexOf(string.Join(',', itemIndexes));
        if (slice == _sliceItems.Count)
        {
            _sliceItems.Add(itemIndexes);
        }
        _rows.Add(new DataRow(_periods.IndexOf(period), _areas.IndexOf(area), slice));
        foreach (var (cell, column) in cells.Zip(_cells))
        {
            column.Add(_texts.IndexOf(cell));
        }
        return this;
    }

    public DataSet Build() =>
        new(
            _periods.All,
            _areas.All,
            [.. _filters.Select((filter, index) => new Dimension(filter, filter, _items[index].All))],
            [.. _sliceItems.Select(items => new Slice(items))],
            [.. _columns.Select(column => new IndicatorColumn(column, column, "", "", null))],
            _texts.All,
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

    /// <summary>Distinct things in order of appearance.</summary>
    private sealed class Indexed<T>
        where T : notnull
    {
        private readonly Dictionary<T, int> _indexes = [];

        public List<T> All { get; } = [];

        public int IndexOf(T item)
        {
            if (!_indexes.TryGetValue(item, out var index))
            {
                index = All.Count;
                All.Add(item);
                _indexes.Add(item, index);
            }
            return index;
        }
    }
}
