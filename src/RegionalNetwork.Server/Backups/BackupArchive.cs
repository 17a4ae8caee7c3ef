using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Backups;

/// <summary>A backup that is read. Nothing of it is believed before it was compared with its list of contents.</summary>
internal sealed class BackupArchive : IDisposable
{
    private readonly FileInfo _file;
    private readonly ZipArchive _zip;

    private BackupArchive(FileInfo file, ZipArchive zip, BackupManifest manifest, ChainHead head) =>
        (_file, _zip, Manifest, Head) = (file, zip, manifest, head);

    public BackupManifest Manifest { get; }

    /// <summary>Where its journal ends.</summary>
    public ChainHead Head { get; }

    /// <exception cref="NotABackupException">It is no backup, is cut short, or was made by a newer version.</exception>
    public static BackupArchive Open(FileInfo file)
    {
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(file.FullName);
            var manifest = ReadManifest(zip) ?? throw NoBackup(file, "it has no list of its contents");
            if (manifest.Format != BackupManifest.NewestFormat)
            {
                throw new NotABackupException(
                    $"The backup {file.FullName} has format {manifest.Format}; this version knows format "
                        + $"{BackupManifest.NewestFormat}. Restore it with the version that made it, or a later one."
                );
            }

            return ChainHash.TryParse(manifest.Hash, out var hash) && manifest.Position >= 0 && IsWhole(zip, manifest)
                ? new BackupArchive(file, zip, manifest, new ChainHead(new JournalPosition(manifest.Position), hash))
                : throw NoBackup(file, "it does not hold what it lists");
        }
        catch (Exception fault)
        {
            zip?.Dispose();
            if (fault is JsonException or InvalidDataException or EndOfStreamException)
            {
                throw NoBackup(file, "it is no archive, or cut short");
            }

            throw;
        }
    }

    /// <summary>Writes every file into a folder, flushed to disk.</summary>
    /// <exception cref="NotABackupException">A file is not what is listed.</exception>
    public async Task ExtractAsync(DirectoryInfo folder, CancellationToken cancellation)
    {
        foreach (var content in Manifest.Files)
        {
            try
            {
                await ExtractAsync(content, BackupNames.PathOf(folder.FullName, content.Name), cancellation);
            }
            catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
            {
                throw NoBackup(_file, $"{content.Name} in it cannot be unpacked");
            }
        }
    }

    public void Dispose() => _zip.Dispose();

    private async Task ExtractAsync(BackupManifest.Content content, string path, CancellationToken cancellation)
    {
        People.PrivateFiles.Make(path);
        await using var output = new FileStream(path, FileMode.Open, FileAccess.Write);
        await using var source = await _zip.GetEntry(content.Name)!.OpenAsync(cancellation);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        var left = content.Bytes;
        while (await source.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            // Whatever the archive says of its sizes: no more is written than is listed.
            left -= read;
            if (left < 0)
            {
                break;
            }

            hash.AppendData(buffer, 0, read);
            await output.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        if (left != 0 || Convert.ToHexStringLower(hash.GetHashAndReset()) != content.Sha256)
        {
            throw NoBackup(_file, $"{content.Name} in it is not what was backed up");
        }

        output.Flush(flushToDisk: true);
    }

    private static BackupManifest? ReadManifest(ZipArchive zip)
    {
        if (zip.GetEntry(BackupManifest.Name) is not { Length: <= BackupLimits.ManifestBytes } entry)
        {
            return null;
        }

        using var stream = entry.Open();
        var bytes = new byte[entry.Length];
        stream.ReadExactly(bytes);
        return JsonSerializer.Deserialize(bytes, BackupJson.Default.BackupManifest);
    }

    private static bool IsWhole(ZipArchive zip, BackupManifest manifest) =>
        manifest.Files.Count is > 0 and <= BackupLimits.Files
        && manifest.Files.Count + 1 == zip.Entries.Count
        && manifest.Files.Select(file => file.Name).Distinct().Count() == manifest.Files.Count
        && manifest.Files.All(file =>
            BackupNames.IsOne(file.Name)
            && file.Bytes is >= 0 and <= BackupLimits.FileBytes
            && zip.GetEntry(file.Name) is not null
        )
        && manifest.Files.Any(file => file.Name == Hosting.JournalPlace.FileName);

    private static NotABackupException NoBackup(FileInfo file, string finding) =>
        new(
            $"{file.FullName} is no sound backup: {finding}. Nothing was restored. Take another copy of it, or an earlier backup."
        );
}
