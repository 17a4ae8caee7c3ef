using System.Collections.Frozen;

namespace RegionalNetwork.Domain.Publications;

/// <summary>Finds a column by name, whatever its case, and with or without the <c>%</c> that older files end some names with.</summary>
public sealed class ColumnNames
{
    private readonly FrozenDictionary<string, int> _indexByName;

    public ColumnNames(IReadOnlyList<string> names)
    {
        var indexes = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        // Exact names first: a file may have both "share" and "share%".
        for (var index = 0; index < names.Count; index++)
        {
            indexes.TryAdd(names[index], index);
        }
        for (var index = 0; index < names.Count; index++)
        {
            indexes.TryAdd(names[index].TrimEnd('%'), index);
        }
        _indexByName = indexes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The column's index, or -1.</summary>
    public int IndexOf(string name) =>
        _indexByName.TryGetValue(name, out var index) || _indexByName.TryGetValue(name.TrimEnd('%'), out index)
            ? index
            : -1;
}
