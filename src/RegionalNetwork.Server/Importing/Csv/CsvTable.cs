namespace RegionalNetwork.Server.Importing.Csv;

/// <summary>The complete rows of a CSV file: numbers of texts in a pool, row after row.</summary>
/// <param name="Header">Column names without surrounding blanks.</param>
/// <param name="Lines">The line of the file, counted from 1, of each row.</param>
/// <param name="Cells">Row by row, <c>Header.Count</c> to a row.</param>
internal sealed record CsvTable(IReadOnlyList<string> Header, List<int> Lines, List<int> Cells, TextPool Texts)
{
    public int RowCount => Lines.Count;

    /// <summary>The number of the text of a cell; that of the empty text where the file has no such column (-1).</summary>
    public int Cell(int row, int column) => column < 0 ? TextPool.Empty : Cells[(row * Header.Count) + column];

    public string Text(int row, int column) => Texts[Cell(row, column)];
}
