using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Importing.Columns;
using RegionalNetwork.Server.Importing.Csv;

namespace RegionalNetwork.Server.Importing.Rows;

/// <summary>Reads all filter columns, and numbers the combinations of their items.</summary>
internal sealed class SliceReader(CsvTable table, ColumnPlan plan, ImportLimits limits, FaultLog log)
{
    public const int Faulty = -1;

    private readonly FilterReader[] _filters =
    [
        .. plan.Filters.Select(filter => new FilterReader(table, filter, limits, log)),
    ];

    /// <summary>A path of items, one filter after the other: (number of the path so far, item) to the number of the longer path.</summary>
    private readonly Dictionary<(int Path, int Item), int> _paths = [];
    private readonly Dictionary<int, int> _sliceByPath = [];
    private readonly List<Slice> _slices = [];
    private readonly int[] _items = new int[plan.Filters.Count];

    public IReadOnlyList<Dimension> Dimensions => [.. _filters.Select(filter => filter.Dimension)];

    public IReadOnlyList<Slice> Slices => _slices;

    /// <returns>The index of the row's slice, or <see cref="Faulty"/>.</returns>
    public int Read(int row)
    {
        var (path, isFaulty) = (0, false);
        for (var filter = 0; filter < _filters.Length; filter++)
        {
            var item = _filters[filter].Read(row);
            _items[filter] = item;
            isFaulty |= item < 0;
            path = isFaulty ? path : Longer(path, item);
        }

        return isFaulty ? Faulty : SliceOf(path, row);
    }

    private int Longer(int path, int item)
    {
        if (!_paths.TryGetValue((path, item), out var longer))
        {
            longer = _paths.Count + 1;
            _paths.Add((path, item), longer);
        }

        return longer;
    }

    private int SliceOf(int path, int row)
    {
        if (_sliceByPath.TryGetValue(path, out var slice))
        {
            return slice;
        }

        if (_slices.Count >= limits.SlicesMax)
        {
            log.Add(
                Finding.Fault(
                    ImportFaultCodes.SlicesTooMany,
                    null,
                    null,
                    $"The filters combine in more than {limits.SlicesMax:N0} ways. Split the file by one of its filters."
                ),
                table.Lines[row]
            );
            return Faulty;
        }

        slice = _slices.Count;
        _sliceByPath.Add(path, slice);
        _slices.Add(new Slice([.. _items]));
        return slice;
    }
}
