using RegionalNetwork.Server.Importing.Standard;

namespace RegionalNetwork.Server.Importing.Columns;

/// <summary>Where the columns of a file stand, found by name: order, case and surrounding blanks do not matter.</summary>
internal sealed class ColumnLayout
{
    private readonly Dictionary<string, int> _indexes = [];

    public ColumnLayout(IReadOnlyList<string> header)
    {
        Header = header;
        for (var index = 0; index < header.Count; index++)
        {
            _indexes.TryAdd(StandardColumns.Normal(header[index]), index);
        }

        if (
            !_indexes.ContainsKey(StandardColumns.GeographicLevel)
            && _indexes.Remove(StandardColumns.GeographicLevelAlias, out var alias)
        )
        {
            _indexes.Add(StandardColumns.GeographicLevel, alias);
            UsesLevelAlias = true;
        }

        OwnColumns =
        [
            .. Enumerable
                .Range(0, header.Count)
                .Where(index =>
                    _indexes.TryGetValue(StandardColumns.Normal(header[index]), out var known)
                    && known == index
                    && !StandardColumns.IsReserved(StandardColumns.Normal(header[index]))
                ),
        ];
    }

    /// <summary>As in the file, without surrounding blanks.</summary>
    public IReadOnlyList<string> Header { get; }

    public bool UsesLevelAlias { get; }

    /// <summary>The columns that the standard does not name: filters and indicators.</summary>
    public IReadOnlyList<int> OwnColumns { get; }

    public IReadOnlyList<string> MissingColumns => [.. StandardColumns.Mandatory.Where(column => IndexOf(column) < 0)];

    /// <summary>-1 where the file has no such column.</summary>
    public int IndexOf(string name) => _indexes.GetValueOrDefault(StandardColumns.Normal(name), -1);

    public bool Has(string name) => IndexOf(name) >= 0;
}
