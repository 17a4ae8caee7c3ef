using System.Text.Json;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.SavedSnapshots;

/// <summary>
/// A snapshot on the disk, from which a start goes on so that it need not replay the whole journal. It is worth nothing by itself:
/// it is used only by the build that wrote it, only whole, and only where the journal has at its position the very entry that it had,
/// whose hash stands for all before it. Otherwise the journal is replayed.
/// </summary>
/// <param name="path">It holds what the journal holds, unpublished figures too.</param>
internal sealed class SnapshotFile(string path)
{
    private const string Format = "regional-network.snapshot.v1";

    /// <summary>In the data folder.</summary>
    public static SnapshotFile In(DirectoryInfo data) => new(Path.Combine(data.FullName, "snapshot.bin"));

    /// <returns>Null where none is saved.</returns>
    public static SnapshotFile? Of(JournalPlace place) => place.SavesSnapshots ? In(place.Data) : null;

    /// <summary>The snapshot, if it can be used.</summary>
    /// <param name="refused">Told in a sentence why a saved snapshot that is there is not used.</param>
    public async Task<Published<NetworkSnapshot>?> ReadAsync(
        NetworkProjection projection,
        IJournal journal,
        Action<string> refused,
        CancellationToken cancellation
    )
    {
        try
        {
            using var saved = SnapshotReader.Open(path, cancellation);
            return saved is null ? null : await ReadAsync(saved, projection, journal, refused, cancellation);
        }
        catch (Exception e)
            when (e is InvalidDataException or IOException or UnauthorizedAccessException or JsonException)
        {
            refused(
                $"The saved snapshot {path} cannot be used: {e.Message} The journal is replayed, and another one made."
            );
            return null;
        }
    }

    /// <summary>Takes the place of the one that is there when it is whole and on the disk.</summary>
    /// <param name="published">Whole: figures of a publication that are still arriving would be lost.</param>
    /// <exception cref="IOException">It cannot be written; the one that is there stays.</exception>
    public async Task WriteAsync(Published<NetworkSnapshot> published, IJournal journal, CancellationToken cancellation)
    {
        if (published.Snapshot.Publications.IsArriving)
        {
            throw new ArgumentException("Wait until all figures of a publication are there.", nameof(published));
        }

        var draft = path + ".new";
        try
        {
            using (var saved = new SnapshotWriter(draft))
            {
                saved.Write(Format);
                saved.Write(ProgramVersion.Current);
                saved.Write(published.Position.Value);
                saved.Write((await HashAtAsync(journal, published.Position, cancellation))!.Span);
                ReturnsPart.Write(saved, published.Snapshot.Returns, cancellation);
                PublicationsPart.Write(saved, published.Snapshot.Publications, cancellation);
                await EntriesPart.WriteAsync(saved, journal, published.Position, cancellation);
                saved.Finish();
            }

            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    private static async Task<Published<NetworkSnapshot>?> ReadAsync(
        SnapshotReader saved,
        NetworkProjection projection,
        IJournal journal,
        Action<string> refused,
        CancellationToken cancellation
    )
    {
        if (saved.ReadText() != Format || saved.ReadText() != ProgramVersion.Current)
        {
            refused("The saved snapshot was written by another version of the program. The journal is replayed.");
            return null;
        }

        var position = new JournalPosition(saved.ReadNumber());
        var hash = new ChainHash(saved.ReadBytes());
        if (!hash.Equals(await HashAtAsync(journal, position, cancellation)))
        {
            refused(
                "The saved snapshot is of another journal, or of entries that this one has lost. The journal is replayed."
            );
            return null;
        }

        var returns = ReturnsPart.Read(saved, cancellation);
        var publications = PublicationsPart.Read(saved, cancellation);
        var snapshot = EntriesPart
            .Read(saved)
            .Aggregate(
                projection.Resumed(returns, publications),
                (before, page) =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    return projection.Read(page)(before);
                }
            );
        return new Published<NetworkSnapshot>(snapshot, position);
    }

    /// <returns>Null where the journal has no such entry.</returns>
    private static async Task<ChainHash?> HashAtAsync(
        IJournal journal,
        JournalPosition position,
        CancellationToken cancellation
    ) =>
        await journal.ReadChainAsync(new JournalPosition(position.Value - 1), 1, cancellation)
            is [{ Entry.Position: var found, Hash: var hash }]
        && found == position
            ? hash
            : null;
}
