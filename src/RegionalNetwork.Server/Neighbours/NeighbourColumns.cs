using RegionalNetwork.Domain;
using RegionalNetwork.Server.Importing;

namespace RegionalNetwork.Server.Neighbours;

/// <summary>Where a file of neighbours has what; -1 for a column that it does not have.</summary>
/// <param name="Wide">Columns of the first, second ... neighbour; empty in the long form.</param>
internal sealed record NeighbourColumns(
    int Model,
    int Council,
    int Rank,
    int Neighbour,
    int Closeness,
    IReadOnlyList<int> Wide
)
{
    private const string CouncilName = "old_la_code";
    private const string RankName = "rank";
    private const string NeighbourName = "neighbour_old_la_code";

    /// <summary>Null, with the faults reported, where a column is missing.</summary>
    public static NeighbourColumns? Find(IReadOnlyList<string> header, FaultLog log)
    {
        int[] wide =
        [
            .. Enumerable
                .Range(1, Limits.NeighboursPerCouncil)
                .Select(rank => IndexOf(header, $"neighbour_{rank}"))
                .TakeWhile(column => column >= 0),
        ];
        var columns = new NeighbourColumns(
            IndexOf(header, "model"),
            IndexOf(header, CouncilName),
            IndexOf(header, RankName),
            IndexOf(header, NeighbourName),
            IndexOf(header, "closeness"),
            wide
        );
        var faults = log.FaultCount;
        Require(columns.Council, CouncilName, log);
        if (wide.Length == 0)
        {
            Require(columns.Rank, RankName, log);
            Require(columns.Neighbour, NeighbourName, log);
        }

        return log.FaultCount == faults ? columns : null;
    }

    private static void Require(int column, string name, FaultLog log)
    {
        if (column < 0)
        {
            log.Add(
                Finding.Fault(
                    ImportFaultCodes.ColumnMissing,
                    name,
                    null,
                    $"Add the column {name}: a row for each pair has {CouncilName}, {RankName} and {NeighbourName}, "
                        + $"a row for each council {CouncilName} and neighbour_1 to neighbour_{Limits.NeighboursPerCouncil}."
                )
            );
        }
    }

    private static int IndexOf(IReadOnlyList<string> header, string name)
    {
        for (var column = 0; column < header.Count; column++)
        {
            if (string.Equals(header[column], name, StringComparison.OrdinalIgnoreCase))
            {
                return column;
            }
        }

        return -1;
    }
}
