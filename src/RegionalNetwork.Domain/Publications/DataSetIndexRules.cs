using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Publications;

/// <summary>Every index of a data set points into its list, every column has a cell a row, and no two rows have one key.</summary>
internal static class DataSetIndexRules
{
    public static IEnumerable<Refusal> Check(DataSet data) => Slices(data).Concat(Cells(data)).Concat(Rows(data));

    private static IEnumerable<Refusal> Slices(DataSet data)
    {
        if (!data.Slices.All(IsComplete))
        {
            yield return PublicationRefusals.Inconsistent("Give every slice an item of each filter.", "slices");
        }

        bool IsComplete(Slice slice) =>
            slice.Items.Count == data.Dimensions.Count
            && slice.Items.Zip(data.Dimensions).All(pair => IsIndex(pair.First, pair.Second.Items.Count));
    }

    private static IEnumerable<Refusal> Cells(DataSet data)
    {
        if (data.Cells.Count != data.Indicators.Count || data.Cells.Any(column => column.Length != data.Rows.Count))
        {
            yield return PublicationRefusals.Inconsistent("Give every indicator a cell in each row.", "cells");
        }
        else if (data.Cells.Any(column => Array.Exists(column, cell => !IsIndex(cell, data.Texts.Count))))
        {
            yield return PublicationRefusals.Inconsistent("Let every cell point to one of the texts.", "cells");
        }
    }

    private static IEnumerable<Refusal> Rows(DataSet data)
    {
        var seen = new HashSet<DataRow>(data.Rows.Count);
        foreach (var row in data.Rows)
        {
            if (
                !IsIndex(row.Period, data.Periods.Count)
                || !IsIndex(row.Area, data.Areas.Count)
                || !IsIndex(row.Slice, data.Slices.Count)
            )
            {
                yield return PublicationRefusals.Inconsistent(
                    "Let every row point to one of the periods, areas and slices.",
                    "rows"
                );
                yield break;
            }
            if (!seen.Add(row))
            {
                yield return PublicationRefusals.Inconsistent(
                    $"Keep one row for {data.Areas[row.Area].Name} in {data.Periods[row.Period].Code}: there are two for the same filter items.",
                    "rows"
                );
            }
        }
    }

    private static bool IsIndex(int index, int count) => (uint)index < (uint)count;
}
