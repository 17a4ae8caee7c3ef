namespace RegionalNetwork.Server.Tests.Running;

/// <summary>A folder of one test's own, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public DirectoryInfo Info { get; } = Directory.CreateTempSubdirectory("regional-network-");

    public string Path => Info.FullName;

    /// <returns>The full path of the file.</returns>
    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Info.Delete(recursive: true);
}
