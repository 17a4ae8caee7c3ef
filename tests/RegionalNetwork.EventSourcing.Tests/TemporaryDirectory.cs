namespace RegionalNetwork.EventSourcing.Tests;

/// <summary>A directory that goes when the test ends.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("journal-");

    public string Root => _directory.FullName;

    public string File(string name) => Path.Combine(Root, name);

    public void Dispose() => _directory.Delete(recursive: true);
}
