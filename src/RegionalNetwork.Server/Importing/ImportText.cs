using System.Text;

namespace RegionalNetwork.Server.Importing;

/// <summary>Faults and warnings in words, for the command line and for the list of a vintage's warnings.</summary>
internal static class ImportText
{
    /// <summary><c>Row 3, column time_identifier, "X": use one of ...</c></summary>
    public static string Line(ImportFault fault)
    {
        var text = new StringBuilder(fault.File == ImportFile.Metadata ? "Metadata, " : "");
        if (fault.Row is { } row)
        {
            text.Append("row ").Append(row).Append(", ");
        }

        if (fault.Column is { } column)
        {
            text.Append("column ").Append(column).Append(", ");
        }

        if (fault.Value is { } value)
        {
            text.Append('"').Append(value).Append("\", ");
        }

        if (text.Length == 0)
        {
            return fault.Message;
        }

        text.Length -= 2;
        text[0] = char.ToUpperInvariant(text[0]);
        return text.Append(": ").Append(fault.Message).ToString();
    }
}
