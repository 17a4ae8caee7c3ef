using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Copying;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.EventSourcing.Journal.Verification;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Journal;
using RegionalNetwork.Server.People;

namespace RegionalNetwork.Server.Backups;

/// <summary>
/// Puts a backup where there is nothing. All of it is unpacked and verified before any of it counts: the journal comes last, and
/// until it is there the place is as empty as it was.
/// </summary>
internal static class Restore
{
    /// <returns>Where the journal ends.</returns>
    /// <exception cref="NotABackupException">The backup is none, is cut short, or was altered.</exception>
    /// <exception cref="IOException">The place is not empty, or cannot be written.</exception>
    /// <exception cref="JournalFormatException">The journal in the backup is damaged, or that of the database is not empty.</exception>
    public static async Task<ChainHead> RunAsync(
        JournalPlace place,
        FileInfo archive,
        FileInfo? peopleKeys,
        CancellationToken cancellation
    )
    {
        ThrowIfNotEmpty(place, peopleKeys);
        using var backup = BackupArchive.Open(archive);
        place.Data.Create();
        // In the folder itself, so that files are moved and not copied into place.
        var draft = place.Data.CreateSubdirectory($"restore-{Environment.ProcessId}");
        try
        {
            await backup.ExtractAsync(draft, cancellation);
            await VerifyAsync(draft, backup.Head, cancellation);
            await PutAsync(place, draft, backup, peopleKeys, cancellation);
            return backup.Head;
        }
        finally
        {
            draft.Delete(recursive: true);
        }
    }

    private static void ThrowIfNotEmpty(JournalPlace place, FileInfo? peopleKeys)
    {
        string[] there =
        [
            place.FilePath,
            place.FilePath + "-wal",
            AccessFile.In(place.Data),
            .. BackupNames
                .CookieKeys(place.Data)
                .Concat(BackupNames.NodeKeys(place.Data))
                .Select(name => BackupNames.PathOf(place.Data.FullName, name)),
            .. peopleKeys is null ? (string[])[] : [SqlitePersonVault.PathIn(place.Data)],
        ];
        if (Array.Find(there, File.Exists) is { } file)
        {
            throw new IOException(
                $"There is a file {file} already. Nothing was restored. Name an empty data folder with --data."
            );
        }
    }

    /// <summary>That it is what was backed up says its list; that it is a journal, whole and readable, says this.</summary>
    private static async Task VerifyAsync(DirectoryInfo draft, ChainHead head, CancellationToken cancellation)
    {
        await using var journal = SqliteJournal.Open(JournalPlace.In(draft).FilePath);
        var verified = await new JournalVerification(journal, entry => EventRegistries.Decode(entry), [head]).RunAsync(
            cancellation
        );
        if (verified.Fault is not null || !verified.Head.Equals(head))
        {
            throw new JournalFormatException(
                $"The journal in the backup is damaged. {verified.Fault?.Message} Nothing was restored.",
                innerException: null
            );
        }
    }

    private static async Task PutAsync(
        JournalPlace place,
        DirectoryInfo draft,
        BackupArchive backup,
        FileInfo? peopleKeys,
        CancellationToken cancellation
    )
    {
        if (place.PostgreSql is not null)
        {
            await PutIntoDatabaseAsync(place, draft, peopleKeys, cancellation);
            return;
        }

        if (peopleKeys is not null)
        {
            PutPeopleKeys(place.Data, peopleKeys);
        }

        foreach (var name in backup.Manifest.Files.Select(file => file.Name))
        {
            if (name != JournalPlace.FileName)
            {
                var target = BackupNames.PathOf(place.Data.FullName, name);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(BackupNames.PathOf(draft.FullName, name), target, overwrite: false);
            }
        }

        File.Move(JournalPlace.In(draft).FilePath, place.FilePath, overwrite: false);
    }

    private static async Task PutIntoDatabaseAsync(
        JournalPlace place,
        DirectoryInfo draft,
        FileInfo? peopleKeys,
        CancellationToken cancellation
    )
    {
        if (peopleKeys is not null)
        {
            PutPeopleKeys(draft, peopleKeys);
        }

        await using var from = SqliteJournal.Open(JournalPlace.In(draft).FilePath);
        await using var to = place.Open();
        await Moving.RunAsync((JournalPlace.In(draft), from), (place, to), cancellation);
    }

    /// <summary>Opened once, so that a file that is no vault is found now and not at the next start.</summary>
    private static void PutPeopleKeys(DirectoryInfo data, FileInfo keys)
    {
        var path = SqlitePersonVault.PathIn(data);
        PrivateFiles.Make(path);
        File.Copy(keys.FullName, path, overwrite: true);
        try
        {
            SqlitePersonVault.In(data).Dispose();
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }
}
