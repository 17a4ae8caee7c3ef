using RegionalNetwork.Domain.Returns.Collections;

namespace RegionalNetwork.Domain.Returns.Checks;

/// <summary>Where each column of a collection stands in a table. Order, case and blanks around a heading do not matter.</summary>
internal sealed class Headings
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.OrdinalIgnoreCase);

    private Headings(int count) => Count = count;

    public int Count { get; }

    /// <summary>Null where the table has no such column.</summary>
    public int? Find(string column) => _positions.TryGetValue(column, out var position) ? position : null;

    public static Headings Read(ReturnCollection collection, IReadOnlyList<string> headings, FaultList faults)
    {
        var found = new Headings(headings.Count);
        for (var position = 0; position < headings.Count; position++)
        {
            var heading = headings[position].Trim();
            if (!collection.Columns.Contains(heading, StringComparer.OrdinalIgnoreCase))
            {
                found.Unknown(collection, heading, faults);
            }
            else if (!found._positions.TryAdd(heading, position))
            {
                faults.Add(
                    ReturnFaultCodes.HeadingDuplicate,
                    1,
                    heading,
                    null,
                    "This column is there twice. Keep one of the two."
                );
            }
        }

        foreach (var column in collection.Columns.Where(column => found.Find(column) is null))
        {
            faults.Add(
                ReturnFaultCodes.HeadingMissing,
                1,
                column,
                null,
                "This column is missing. Add it; the template has all columns."
            );
        }

        return found;
    }

    private void Unknown(ReturnCollection collection, string heading, FaultList faults)
    {
        if (heading.Length == 0)
        {
            faults.Add(
                ReturnFaultCodes.HeadingUnknown,
                1,
                null,
                null,
                "A column has no heading. Name it or take it out."
            );
        }
        else if (faults.IsPlain(heading, 1, null))
        {
            var hint = NearestName.Hint(heading, collection.Columns.Where(column => Find(column) is null));
            faults.Add(
                ReturnFaultCodes.HeadingUnknown,
                1,
                heading,
                null,
                $"This collection has no such column.{hint} Rename it or take it out."
            );
        }
    }
}
