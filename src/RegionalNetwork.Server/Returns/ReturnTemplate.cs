using System.Text;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Collections;

namespace RegionalNetwork.Server.Returns;

/// <summary>The table that a council fills in, as CSV: the heading, and a row for each item with its keys.</summary>
internal static class ReturnTemplate
{
    private const string LineEnd = "\r\n";

    /// <param name="last">Figures of the last return to begin from; null for empty cells.</param>
    public static byte[] Write(ReturnAddress address, ReturnFigures? last)
    {
        var text = new StringBuilder();
        // A spreadsheet takes a file without a mark for another encoding, and makes nonsense of a pound sign.
        text.Append('\uFEFF').AppendJoin(',', address.Collection.Columns.Select(Quoted)).Append(LineEnd);
        foreach (var row in address.Collection.Rows)
        {
            text.AppendJoin(',', Cells(address, row, last).Select(Quoted)).Append(LineEnd);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static IEnumerable<string> Cells(ReturnAddress address, ReturnItem row, ReturnFigures? last) =>
        [
            address.Period.TimePeriod,
            address.Period.TimeIdentifier,
            string.Join(JointReturn.Separator, address.Unit.Councils),
            address.Unit.Name,
            .. row.Items,
            .. address.Collection.Fields.Select(field => last?.Find(row.Name, field.Name)?.Text ?? ""),
        ];

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
