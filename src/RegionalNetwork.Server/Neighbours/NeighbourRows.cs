using System.Globalization;
using RegionalNetwork.Domain;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Neighbours;
using RegionalNetwork.Server.Importing;
using RegionalNetwork.Server.Importing.Csv;

namespace RegionalNetwork.Server.Neighbours;

/// <summary>Gathers the rows of a file of neighbours by council. Every fault is reported at its row.</summary>
internal sealed class NeighbourRows(CsvTable table, NeighbourColumns columns, CouncilRegister register, FaultLog log)
{
    private readonly Dictionary<string, SortedList<int, Ranked>> _byCouncil = new(StringComparer.Ordinal);

    public void Add(int row, string model)
    {
        if (columns.Model >= 0 && table.Text(row, columns.Model) is var named && named != model)
        {
            Report(row, NeighbourFaultCodes.ModelDiffers, columns.Model, $"This import is of the model {model}.");
        }

        var council = CouncilAt(row, columns.Council);
        if (columns.Wide.Count == 0)
        {
            AddPair(row, council);
        }
        else
        {
            AddCouncil(row, council);
        }
    }

    /// <summary>Without those of which a fault was found. Ranks must begin at 1 and leave none out.</summary>
    public IReadOnlyList<NeighbourSet> Sets()
    {
        foreach (var (_, ranked) in _byCouncil)
        {
            if (ranked.Keys.Last() != ranked.Count)
            {
                Report(
                    ranked.Values[^1].Row,
                    NeighbourFaultCodes.RankMissing,
                    columns.Rank,
                    $"The ranks of this council's neighbours must be 1 to {ranked.Count}, each once."
                );
            }
        }

        return
        [
            .. _byCouncil.Select(pair => new NeighbourSet(
                pair.Key,
                [.. pair.Value.Values.Select(ranked => ranked.Neighbour)]
            )),
        ];
    }

    private void AddPair(int row, Council? council)
    {
        var neighbour = CouncilAt(row, columns.Neighbour);
        var text = table.Text(row, columns.Rank);
        if (
            !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
            || rank is < 1 or > Limits.NeighboursPerCouncil
        )
        {
            Report(
                row,
                NeighbourFaultCodes.RankInvalid,
                columns.Rank,
                $"Give a whole number from 1 to {Limits.NeighboursPerCouncil}."
            );
            return;
        }

        var closeness = columns.Closeness < 0 ? "" : table.Text(row, columns.Closeness);
        if (closeness.Length > Limits.ClosenessCharacters)
        {
            Report(
                row,
                ImportFaultCodes.TextTooLong,
                columns.Closeness,
                $"Shorten this to {Limits.ClosenessCharacters} characters."
            );
        }

        Keep(row, council, neighbour, (rank, closeness.Length == 0 ? null : closeness), columns.Neighbour);
    }

    private void AddCouncil(int row, Council? council)
    {
        if (council is not null && _byCouncil.ContainsKey(council.Code))
        {
            Report(row, ImportFaultCodes.RowDuplicate, columns.Council, "Give each council one row.");
            return;
        }

        for (var index = 0; index < columns.Wide.Count; index++)
        {
            var column = columns.Wide[index];
            if (table.Text(row, column).Length > 0)
            {
                Keep(row, council, CouncilAt(row, column), (index + 1, null), column);
            }
        }
    }

    private void Keep(int row, Council? council, Council? neighbour, (int Rank, string? Closeness) place, int column)
    {
        if (council is null || neighbour is null)
        {
            return;
        }

        if (!_byCouncil.TryGetValue(council.Code, out var ranked))
        {
            _byCouncil.Add(council.Code, ranked = []);
        }

        if (neighbour == council || ranked.Values.Any(other => other.Neighbour.Council == neighbour.Code))
        {
            Report(
                row,
                NeighbourFaultCodes.NeighbourTwice,
                column,
                "Give each neighbour once, and not the council itself."
            );
        }
        else if (!ranked.TryAdd(place.Rank, new Ranked(row, new Neighbour(neighbour.Code, place.Closeness))))
        {
            Report(
                row,
                NeighbourFaultCodes.RankTwice,
                columns.Rank,
                $"{council.Name} has a neighbour of this rank already."
            );
        }
    }

    private Council? CouncilAt(int row, int column)
    {
        var code = table.Text(row, column);
        var council = register.Find(code);
        if (council is null)
        {
            Report(
                row,
                ImportFaultCodes.AreaCodeUnknown,
                column,
                "No council has or had this code. Give its three-digit or nine-character code."
            );
        }

        return council;
    }

    private void Report(int row, string code, int column, string message) =>
        log.Add(
            Finding.Fault(code, column < 0 ? null : table.Header[column], CellOf(row, column), message),
            table.Lines[row]
        );

    private string? CellOf(int row, int column) => column < 0 ? null : table.Text(row, column);

    private sealed record Ranked(int Row, Neighbour Neighbour);
}

/// <summary>Faults of files of neighbours beside those of every file. Part of the contract with clients: add, never rename.</summary>
internal static class NeighbourFaultCodes
{
    public const string ModelDiffers = "NEIGHBOUR_MODEL_DIFFERS";
    public const string RankInvalid = "NEIGHBOUR_RANK_INVALID";
    public const string RankMissing = "NEIGHBOUR_RANK_MISSING";
    public const string RankTwice = "NEIGHBOUR_RANK_TWICE";
    public const string NeighbourTwice = "NEIGHBOUR_TWICE";
}
