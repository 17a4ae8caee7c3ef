using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Server.Tests.Tidy;

namespace RegionalNetwork.Server.Tests.Deployment;

/// <summary>
/// A copy of <c>deploy/azure</c>, and Microsoft's compiler of Bicep, which knows the types of Azure's resources and asks nobody.
/// </summary>
internal sealed class Bicep : IDisposable
{
    public const string Missing = "The compiler of Bicep is for Linux on x64: nothing of deploy/azure was checked.";

    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(90);

    private static readonly string Program = typeof(Bicep)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(each => each.Key == "Bicep")
        .Value!;

    /// <summary>What an operator has in the environment while deploying.</summary>
    private static readonly Dictionary<string, string> Secrets = new()
    {
        ["ADMINISTRATOR_PASSWORD"] = "for-tests-only",
        ["OWNER_PASSWORD"] = new('o', 32),
        ["SERVING_PASSWORD"] = new('s', 32),
        ["WRAPPING_KEY"] = Convert.ToBase64String(new byte[32]),
        ["ENTRA_CLIENT_SECRET"] = "for-tests-only",
        ["COLLECTOR_HEADERS"] = "key=value",
    };

    private readonly TemporaryFolder _folder = new();

    public Bicep()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "deploy/azure")))
        {
            File.Copy(file, Path.Combine(_folder.Path, Path.GetFileName(file)));
        }
    }

    public static bool IsHere =>
        OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64 && File.Exists(Program);

    /// <summary>Names and contents of the files of a kind.</summary>
    public IReadOnlyDictionary<string, string> Read(string extension) =>
        Directory
            .GetFiles(_folder.Path, "*" + extension)
            .ToDictionary(path => Path.GetFileName(path)!, File.ReadAllText);

    /// <summary>Exit code, and all that was printed of what is wrong.</summary>
    public async Task<(int Status, string Said)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = _folder.Path,
            // A machine for tests need not have ICU.
            Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
        };
        foreach (var (name, value) in Secrets)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(AnswerMax);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(late.Token);
            var errors = await process.StandardError.ReadToEndAsync(late.Token);
            await process.WaitForExitAsync(late.Token);
            return (process.ExitCode, (errors + await output).Trim());
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    /// <summary>Each resource as it would be asked of Azure, by the example's parameters and others in place of some of them.</summary>
    public async Task<JsonElement[]> ResourcesAsync(params string[] parameters)
    {
        const string Example = "example.bicepparam";
        var path = Path.Combine(_folder.Path, Example);
        var names = parameters.Select(line => line.Split('=')[0].Trim()).ToArray();
        var lines = (await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken)).Where(line =>
            !names.Contains(line.Split('=')[0].Trim())
        );
        await File.WriteAllLinesAsync(path, lines.Concat(parameters), TestContext.Current.CancellationToken);
        var said = await RunAsync(
            "snapshot",
            Example,
            "--mode",
            "overwrite",
            "--subscription-id",
            Guid.Empty.ToString(),
            "--tenant-id",
            Guid.Empty.ToString(),
            "--resource-group",
            "regional-network",
            "--location",
            "uksouth"
        );
        Assert.Equal((0, ""), said);
        var snapshot = await File.ReadAllBytesAsync(
            Path.ChangeExtension(path, ".snapshot.json"),
            TestContext.Current.CancellationToken
        );
        return [.. JsonElement.Parse(snapshot).GetProperty("predictedResources").EnumerateArray()];
    }

    public void Dispose() => _folder.Dispose();
}
