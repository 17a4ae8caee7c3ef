using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Copying;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.People;

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
            var accessLog = AccessFile.In(place.Data);
            if (File.Exists(accessLog))
            {
                SqliteCopy.Make(AccessFile.Open(accessLog), AccessFile.In(folder));
            }

            PrivateFiles.Make(draft);
            var manifest = await WriteAsync(draft, Sources(place.Data, folder), head, now, cancellation);
            File.Move(draft, archive.FullName, overwrite: false);
            return manifest;
        }
        finally
        {
            folder.Delete(recursive: true);
            File.Delete(draft);
        }
    }

    /// <summary>Writes the keys of people into a file of their own, to be kept for days only.</summary>
    /// <exception cref="IOException">There is a file of that name already, or it cannot be written.</exception>
    public static void TakePeopleKeys(DirectoryInfo data, FileInfo copy)
    {
        ThrowIfThere(copy);
        PrivateFiles.Make(copy.FullName);
        SqliteCopy.Make(SqlitePersonVault.OpenFile(data), copy.FullName);
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

    private static List<(string Name, string Path)> Sources(DirectoryInfo data, DirectoryInfo copies)
    {
        List<(string Name, string Path)> sources =
        [
            .. ((string[])[JournalPlace.FileName, AccessFile.Name])
                .Select(name => (name, BackupNames.PathOf(copies.FullName, name)))
                .Where(source => File.Exists(source.Item2)),
            .. BackupNames.Keys(data).Select(name => (name, BackupNames.PathOf(data.FullName, name))),
        ];
        return sources.Count <= BackupLimits.Files
            ? sources
            : throw new InvalidDataException(
                $"{data.FullName} has more than {BackupLimits.Files} files to keep. Delete keys of cookies that have expired."
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
