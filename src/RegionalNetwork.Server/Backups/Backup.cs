using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Copying;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.People;
using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.Backups;

/// <summary>
/// Takes a backup, also while servers run: a zip archive that unpacked is a data folder, whatever the journal was kept in, with a
/// list of its contents. The journal's chain is checked on the way, so that a damaged one is noticed by its backup.
/// </summary>
internal static class Backup
{
    /// <summary>Writes the archive, readable by its owner alone. It appears when it is complete.</summary>
    /// <exception cref="IOException">There is a file of that name already, or it cannot be written.</exception>
    /// <exception cref="JournalFormatException">The journal is damaged; the message names the position.</exception>
    public static async Task<BackupManifest> TakeAsync(
        JournalPlace place,
        FileInfo archive,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        ThrowIfThere(archive);
        var folder = Directory.CreateTempSubdirectory("backup-");
        var draft = $"{archive.FullName}.{Environment.ProcessId}";
        try
        {
            await using var source = place.OpenExisting();
            var head = await CopyJournalAsync(source, folder, cancellation);
            await CopyStoresAsync(place, folder, cancellation);
            PrivateFiles.Make(draft);
            var keys = place.PostgreSql is null ? place.Data : folder;
            var manifest = await WriteAsync(draft, Sources(keys, folder), head, now, cancellation);
            File.Move(draft, archive.FullName, overwrite: false);
            return manifest;
        }
        finally
        {
            folder.Delete(recursive: true);
            File.Delete(draft);
        }
    }

    /// <summary>
    /// Writes the keys of people into a file of their own, to be kept for days only. Not wrapped, wherever they are kept, so that they
    /// can be restored anywhere.
    /// </summary>
    /// <exception cref="IOException">There is a file of that name already, or it cannot be written.</exception>
    public static async Task TakePeopleKeysAsync(JournalPlace place, FileInfo copy)
    {
        ThrowIfThere(copy);
        PrivateFiles.Make(copy.FullName);
        if (place.PostgreSql is null)
        {
            SqliteCopy.Make(SqlitePersonVault.OpenFile(place.Data), copy.FullName);
            return;
        }

        var folder = Directory.CreateTempSubdirectory("keys-");
        try
        {
            await using var stores = NetworkStores.OpenExisting(place);
            using (var file = SqlitePersonVault.In(folder))
            {
                if (stores.HasVault)
                {
                    using var keys = stores.OpenVault();
                    StoreCopy.CopyPeople(keys.ReadAll(), file);
                }
            }

            SqliteCopy.Make(SqlitePersonVault.OpenFile(folder), copy.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void ThrowIfThere(FileInfo file)
    {
        if (file.Exists)
        {
            throw new IOException($"There is a file {file.FullName} already. It was left as it is; name another.");
        }
    }

    private static async Task<ChainHead> CopyJournalAsync(
        IJournal source,
        DirectoryInfo folder,
        CancellationToken cancellation
    )
    {
        await using var copy = SqliteJournal.Open(JournalPlace.In(folder).FilePath);
        return await JournalCopy.RunAsync(source, copy, cancellation);
    }

    /// <summary>The access log, and the keys of cookies and of the node where they are not files already.</summary>
    private static async Task CopyStoresAsync(JournalPlace place, DirectoryInfo folder, CancellationToken cancellation)
    {
        if (place.PostgreSql is null)
        {
            var accessLog = AccessFile.In(place.Data);
            if (File.Exists(accessLog))
            {
                SqliteCopy.Make(AccessFile.Open(accessLog), AccessFile.In(folder));
            }

            return;
        }

        await using var stores = NetworkStores.OpenExisting(place);
        if (stores.HasAccessLog)
        {
            await using var copy = AccessLog.In(folder);
            await StoreCopy.CopyAccessLogAsync(stores.AccessLog, copy, cancellation);
        }

        await using var files = NetworkStores.Open(JournalPlace.In(folder));
        files.AddCookieKeys(stores.ReadCookieKeys());
        if (stores.ReadNodeKey() is { } nodeKey)
        {
            files.AddNodeKey(nodeKey);
        }
    }

    /// <param name="keys">Data folder of the keys of cookies and the node's own.</param>
    private static List<(string Name, string Path)> Sources(DirectoryInfo keys, DirectoryInfo copies)
    {
        List<(string Name, string Path)> sources =
        [
            .. ((string[])[JournalPlace.FileName, AccessFile.Name])
                .Select(name => (name, BackupNames.PathOf(copies.FullName, name)))
                .Where(source => File.Exists(source.Item2)),
            .. BackupNames.CookieKeys(keys).Select(name => (name, BackupNames.PathOf(keys.FullName, name))),
            .. BackupNames.NodeKeys(keys).Select(name => (name, BackupNames.PathOf(keys.FullName, name))),
        ];
        return sources.Count <= BackupLimits.Files
            ? sources
            : throw new InvalidDataException(
                $"There are more than {BackupLimits.Files} files to keep. Delete keys of cookies that have expired."
            );
    }

    private static async Task<BackupManifest> WriteAsync(
        string draft,
        List<(string Name, string Path)> sources,
        ChainHead head,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        await using var output = new FileStream(draft, FileMode.Open, FileAccess.Write);
        BackupManifest manifest;
        await using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            var files = new List<BackupManifest.Content>();
            foreach (var (name, path) in sources)
            {
                files.Add(await AddAsync(zip, name, path, cancellation));
            }

            manifest = new BackupManifest(
                BackupManifest.NewestFormat,
                now,
                head.Position.Value,
                head.Hash.ToString(),
                files
            );
            await using var list = await zip.CreateEntry(BackupManifest.Name).OpenAsync(cancellation);
            await JsonSerializer.SerializeAsync(list, manifest, BackupJson.Default.BackupManifest, cancellation);
        }

        output.Flush(flushToDisk: true);
        return manifest;
    }

    private static async Task<BackupManifest.Content> AddAsync(
        ZipArchive zip,
        string name,
        string path,
        CancellationToken cancellation
    )
    {
        await using var source = File.OpenRead(path);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(source, cancellation));
        source.Position = 0;
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
        await source.CopyToAsync(entry, cancellation);
        return new BackupManifest.Content(name, source.Length, hash);
    }
}
