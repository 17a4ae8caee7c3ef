namespace RegionalNetwork.Server.Tests.Importing;

/// <summary>
/// The folder of real public files beside the repository, when there is one. It is not part of the repository, so a test that
/// needs it is skipped, with a reason, where it is absent.
/// </summary>
internal static class SharedData
{
    public static byte[] Bytes(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", file);
            if (File.Exists(path))
            {
                return File.ReadAllBytes(path);
            }
        }

        Assert.Skip($"shared/data/{file} is not beside the repository: it was not imported.");
        return [];
    }
}
