using System.Text.Json;

namespace RegionalNetwork.Server.Tests.SampleData;

/// <summary>The files of the sample network as they lie in the repository, and the shared folder beside it.</summary>
internal static class SampleFiles
{
    public static readonly string[] Names =
    [
        "networks.json",
        "workstreams.json",
        "priorities.json",
        "appointments.json",
        "reports.json",
    ];

    private static readonly string Root = FindRoot();

    public static string Text(string name) =>
        File.ReadAllText(Path.Combine(Root, "src", "RegionalNetwork.Server", "SampleData", name));

    /// <summary>Strict JSON: no comments, no trailing commas, no property written twice.</summary>
    public static JsonElement Read(string name)
    {
        using var document = JsonDocument.Parse(
            Text(name),
            new JsonDocumentOptions { AllowDuplicateProperties = false }
        );
        return document.RootElement.Clone();
    }

    /// <summary>The path of a file in the folder <c>shared</c> beside the repository; skips the test where it is absent.</summary>
    public static string Shared(string relativePath)
    {
        var path = Path.Combine(Root, "..", "shared", relativePath);
        Assert.SkipUnless(File.Exists(path), $"Not checked: ../shared/{relativePath} is not beside the repository.");
        return path;
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "RegionalNetwork.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName
            ?? throw new InvalidOperationException("RegionalNetwork.sln is in no parent folder.");
    }
}
