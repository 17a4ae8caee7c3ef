namespace RegionalNetwork.GraphQL.Tests.Documentation;

/// <summary>The engine's sources and tests in the checkout that the tests run from.</summary>
internal static class EngineFiles
{
    private const string Engine = "src/RegionalNetwork.GraphQL";
    private const string Tests = "tests/RegionalNetwork.GraphQL.Tests";

    private static readonly string Root = FindRoot();

    public static string Readme { get; } = Path.Combine(Root, Engine, "README.md");

    /// <summary>Every source file: its path within the engine, with forward slashes, and its text; in order of path.</summary>
    public static IEnumerable<(string Path, string Text)> Sources()
    {
        var folder = Path.Combine(Root, Engine);
        return Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(path =>
                !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal)
            .Select(path => (path, File.ReadAllText(Path.Combine(folder, path))));
    }

    /// <param name="path">Within the tests of the engine.</param>
    public static bool TestExists(string path) => File.Exists(Path.Combine(Root, Tests, path));

    /// <summary>A link from the README.</summary>
    /// <param name="path">Within the engine.</param>
    public static string SourceLink(string path) => $"[{NameOf(path)}]({path})";

    /// <inheritdoc cref="SourceLink"/>
    /// <param name="path">Within the tests of the engine.</param>
    public static string TestLink(string path) => $"[{NameOf(path)}](../../{Tests}/{path})";

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);

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
