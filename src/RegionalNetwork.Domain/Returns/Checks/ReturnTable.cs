namespace RegionalNetwork.Domain.Returns.Checks;

/// <summary>A table as somebody sent it, before anything in it is believed.</summary>
/// <param name="IsIncomplete">Rows could not be read and were left out: then nothing is said of rows that are missing.</param>
public sealed record ReturnTable(IReadOnlyList<string> Headings, IReadOnlyList<ReturnTableRow> Rows, bool IsIncomplete);

/// <param name="Line">Of the file, from 1 with the heading.</param>
public sealed record ReturnTableRow(int Line, IReadOnlyList<string> Cells);
