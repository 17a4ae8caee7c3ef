namespace RegionalNetwork.Domain.Publications;

/// <summary>Finds the row of a (period, area, slice): by one array access where the combinations are few enough, else by hash.</summary>
internal sealed class RowIndex
{
    public const int NoRow = -1;

    /// <summary>A dense array may be this many times larger than the rows that it finds; beyond, a hash table is smaller.</summary>
    private const int DenseCellsPerRow = 8;

    private readonly int _areas;
    private readonly int _slices;
    private readonly int[]? _rowPlusOne;
    private readonly Dictionary<long, int>? _rowByKey;

    public RowIndex(int periods, int areas, int slices, IReadOnlyList<DataRow> rows)
    {
        _areas = areas;
        _slices = slices;
        var combinations = (long)periods * areas * slices;
        if (combinations <= (long)rows.Count * DenseCellsPerRow)
        {
            _rowPlusOne = new int[combinations];
        }
        else
        {
            _rowByKey = new Dictionary<long, int>(rows.Count);
        }
        for (var row = 0; row < rows.Count; row++)
        {
            Add(Key(rows[row].Period, rows[row].Area, rows[row].Slice), row);
        }
    }

    /// <summary>The row, or <see cref="NoRow"/>. Indexes must be within the data set's lists.</summary>
    public int Find(int period, int area, int slice)
    {
        var key = Key(period, area, slice);
        return _rowPlusOne is not null ? _rowPlusOne[key] - 1 : _rowByKey!.GetValueOrDefault(key, NoRow);
    }

    private void Add(long key, int row)
    {
        if (_rowPlusOne is not null)
        {
            _rowPlusOne[key] = row + 1;
        }
        else
        {
            _rowByKey![key] = row;
        }
    }

    private long Key(int period, int area, int slice) => (((long)period * _areas) + area) * _slices + slice;
}
