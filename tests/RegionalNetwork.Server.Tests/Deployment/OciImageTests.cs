using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Server.Tests.Tidy;

namespace RegionalNetwork.Server.Tests.Deployment;

/// <summary>What <c>deploy/oci/build</c> makes of a small publication; that a whole server runs from it is tried by hand.</summary>
public sealed class OciImageTests : IDisposable
{
    private const string Library = "/usr/lib/x86_64-linux-gnu/libgssapi_krb5.so.2";
    private const int PackedAt = 1_700_000_000;
    private static readonly TimeSpan BuildMax = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Image_is_of_digests_that_are_true_for_a_user_without_rights_and_the_same_each_time()
    {
        Assert.SkipUnless(File.Exists(Library), $"{Library} is missing: no image was made.");
        Publish("one");
        var (image, digest) = await BuildAsync("one");
        Publish("two");
        Assert.Equal(digest, (await BuildAsync("two")).Digest);

        var blobs = await BlobsAsync(image);
        var manifest = JsonDocument.Parse(blobs[digest]).RootElement;
        var index = JsonDocument.Parse(blobs["index.json"]).RootElement;
        Assert.Equal(digest, index.GetProperty("manifests")[0].GetProperty("digest").GetString());
        var described = manifest
            .GetProperty("layers")
            .EnumerateArray()
            .Append(manifest.GetProperty("config"))
            .ToArray();
        Assert.All(described, each => Assert.Equal(each.GetProperty("size").GetInt32(), blobs[DigestIn(each)].Length));
        var config = JsonDocument.Parse(blobs[DigestIn(manifest.GetProperty("config"))]).RootElement;
        Assert.Equal("10001:10001", config.GetProperty("config").GetProperty("User").GetString());
        var layers = described[..^1].Select(each => Unpack(blobs[DigestIn(each)])).ToArray();
        Assert.Equal(
            config.GetProperty("rootfs").GetProperty("diff_ids").EnumerateArray().Select(each => each.GetString()),
            layers.Select(Digest)
        );

        var entries = layers.SelectMany(Entries).ToDictionary(entry => entry.Name);
        Assert.All(entries.Values, entry => Assert.Equal(PackedAt, entry.ModificationTime.ToUnixTimeSeconds()));
        Assert.Contains("./app/libcoreclr.so", entries);
        Assert.Contains("./lib64/ld-linux-x86-64.so.2", entries);
        Assert.Contains("./lib/x86_64-linux-gnu/libssl.so.3", entries);
        Assert.Contains("./lib/x86_64-linux-gnu/libkrb5.so.3", entries);
        const UnixFileMode OfOthers =
            UnixFileMode.GroupWrite | UnixFileMode.OtherWrite | UnixFileMode.SetUser | UnixFileMode.SetGroup;
        Assert.All(entries.Values, entry => Assert.Equal(UnixFileMode.None, entry.Mode & OfOthers));
        var owned = Assert.Single(entries.Values, entry => entry.Uid != 0);
        Assert.Equal("./var/lib/regional-network/", owned.Name);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, owned.Mode);
    }

    /// <summary>A publication of one native file, with the time of now and rights of its own.</summary>
    private void Publish(string name)
    {
        var file = Path.Combine(_folder.Info.CreateSubdirectory(name).FullName, "libcoreclr.so");
        File.Copy(Library, file);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                file,
                name == "one"
                    ? UnixFileMode.UserRead
                    : UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.GroupWrite
            );
        }
    }

    private async Task<(string Image, string Digest)> BuildAsync(string published)
    {
        var image = Path.Combine(_folder.Path, published + ".tar");
        var start = new ProcessStartInfo(
            Path.Combine(Repository.Root, "deploy/oci/build"),
            [image, Path.Combine(_folder.Path, published)]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["SOURCE_DATE_EPOCH"] = $"{PackedAt}" },
        };
        using var process = Process.Start(start)!;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        late.CancelAfter(BuildMax);
        var errors = process.StandardError.ReadToEndAsync(late.Token);
        var output = await process.StandardOutput.ReadToEndAsync(late.Token);
        await process.WaitForExitAsync(late.Token);
        Assert.True(process.ExitCode == 0, await errors);
        return (image, output.Trim());
    }

    /// <summary>The files of the layout by their digests, which are compared with what is in them.</summary>
    private static async Task<Dictionary<string, byte[]>> BlobsAsync(string image)
    {
        var blobs = new Dictionary<string, byte[]>();
        foreach (var entry in Entries(await File.ReadAllBytesAsync(image, Cancellation)))
        {
            if (entry.DataStream is not { } data)
            {
                continue;
            }

            using var content = new MemoryStream();
            await data.CopyToAsync(content, Cancellation);
            var digest = Digest(content.ToArray());
            var isBlob = entry.Name.StartsWith("blobs/", StringComparison.Ordinal);
            Assert.True(!isBlob || entry.Name == $"blobs/{digest.Replace(':', '/')}", entry.Name);
            blobs.Add(isBlob ? digest : entry.Name, content.ToArray());
        }

        return blobs;
    }

    private static IEnumerable<TarEntry> Entries(byte[] tar)
    {
        using var reader = new TarReader(new MemoryStream(tar));
        while (reader.GetNextEntry(copyData: true) is { } entry)
        {
            yield return entry;
        }
    }

    private static byte[] Unpack(byte[] layer)
    {
        using var unpacked = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(layer), CompressionMode.Decompress);
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static string DigestIn(JsonElement descriptor) => descriptor.GetProperty("digest").GetString()!;

    private static string Digest(byte[] content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";
}
