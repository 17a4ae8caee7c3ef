using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Server.SavedSnapshots;

/// <summary>What was published, in a saved snapshot: of a vintage its structure as JSON, its rows and cells as they are in memory.</summary>
internal static class PublicationsPart
{
    public static void Write(SnapshotWriter saved, PublicationDirectory publications, CancellationToken cancellation)
    {
        Publication[] all = [.. publications.All];
        saved.Write(all.Length);
        foreach (var one in all)
        {
            saved.Write(one.Id);
            saved.Write((long)one.Kind);
            saved.Write(one.Vintages.Length);
            foreach (var vintage in one.Vintages)
            {
                cancellation.ThrowIfCancellationRequested();
                Write(saved, vintage);
            }

            saved.Write(one.Editions.Length);
            foreach (var edition in one.Editions)
            {
                saved.WriteJson(edition, SavedJson.Default.StatementsRecorded);
            }
        }
    }

    public static PublicationDirectory Read(SnapshotReader saved, CancellationToken cancellation)
    {
        var all = new Publication[saved.ReadNumber()];
        for (var index = 0; index < all.Length; index++)
        {
            var (id, kind) = (saved.ReadText(), (PublicationKind)saved.ReadNumber());
            var vintages = new Vintage[saved.ReadNumber()];
            for (var number = 0; number < vintages.Length; number++)
            {
                cancellation.ThrowIfCancellationRequested();
                vintages[number] = ReadVintage(saved);
            }

            var editions = new StatementsRecorded[saved.ReadNumber()];
            for (var number = 0; number < editions.Length; number++)
            {
                editions[number] = saved.ReadJson(SavedJson.Default.StatementsRecorded);
            }

            all[index] = Publication.Of(id, kind, vintages, editions);
        }

        return PublicationDirectory.Of(all);
    }

    private static void Write(SnapshotWriter saved, Vintage vintage)
    {
        saved.WriteJson(vintage.Imported, SavedJson.Default.VintageImported);
        saved.WriteNumbers(vintage.RowsAsSpan());
        for (var indicator = 0; indicator < vintage.Indicators.Count; indicator++)
        {
            saved.WriteNumbers(vintage.CellsOf(indicator));
        }
    }

    private static Vintage ReadVintage(SnapshotReader saved)
    {
        var imported = saved.ReadJson(SavedJson.Default.VintageImported);
        var rows = saved.ReadNumbers<DataRow>();
        var cells = new int[imported.Indicators.Count][];
        for (var indicator = 0; indicator < cells.Length; indicator++)
        {
            cells[indicator] = saved.ReadNumbers<int>();
        }

        return Vintage.Of(imported, rows, cells);
    }
}
