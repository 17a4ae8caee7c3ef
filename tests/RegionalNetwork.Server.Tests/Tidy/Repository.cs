namespace RegionalNetwork.Server.Tests.Tidy;

/// <summary>The repository that the tests run from, found by walking up to the solution.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of real data beside the repository, or null where it is absent.</summary>
    public static string? Shared(string folder)
    {
        var path = Path.Combine(Root, "..", "shared", folder);
        return Directory.Exists(path) ? path : null;
    }

    public static string RequireShared(string folder)
    {
        var path = Shared(folder);
        Assert.SkipWhen(path is null, $"../shared/{folder} is not beside the repository: nothing to check against.");
        return path!;
    }

    /// <summary>Source files below a folder of the repository, as (path from the root, text).</summary>
    public static IEnumerable<(string Path, string Text)> Sources(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file =>
                !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal)
            .Select(file => (file, File.ReadAllText(Path.Combine(Root, file))));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RegionalNetwork.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException("Run the tests from a checkout of the repository.");
    }
}
