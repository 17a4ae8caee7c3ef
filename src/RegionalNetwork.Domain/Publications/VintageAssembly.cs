using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Publications;

/// <summary>A vintage whose figures are still arriving: its structure and the rows so far. Nobody sees it until it is whole.</summary>
internal sealed record VintageAssembly(VintageImported Imported, ImmutableList<FiguresRecorded> Chunks, int RowsSoFar)
{
    public static VintageAssembly Begin(VintageImported imported) => new(imported, [], 0);

    public bool IsComplete => RowsSoFar == Imported.RowCount;

    public VintageAssembly With(FiguresRecorded chunk) =>
        chunk.Vintage == Imported.Vintage
        && chunk.FirstRow == RowsSoFar
        && RowsSoFar + chunk.Periods.Length <= Imported.RowCount
            ? this with
            {
                Chunks = Chunks.Add(chunk),
                RowsSoFar = RowsSoFar + chunk.Periods.Length,
            }
            : throw new InvalidOperationException(
                $"The rows of {Imported.Publication} vintage {Imported.Vintage} are out of order in the journal: row {chunk.FirstRow} came after {RowsSoFar} rows."
            );

    public Vintage Build()
    {
        var rows = new DataRow[Imported.RowCount];
        var cells = new int[Imported.Indicators.Count][];
        for (var indicator = 0; indicator < cells.Length; indicator++)
        {
            cells[indicator] = new int[rows.Length];
        }
        foreach (var chunk in Chunks)
        {
            for (var offset = 0; offset < chunk.Periods.Length; offset++)
            {
                rows[chunk.FirstRow + offset] = new DataRow(
                    chunk.Periods[offset],
                    chunk.Areas[offset],
                    chunk.Slices[offset]
                );
            }
            for (var indicator = 0; indicator < cells.Length; indicator++)
            {
                chunk.Cells[indicator].CopyTo(cells[indicator].AsSpan(chunk.FirstRow));
            }
        }
        return new Vintage(Imported, rows, cells);
    }
}
