using System.Diagnostics;

namespace RegionalNetwork.Server.Tests.Running;

/// <summary>
/// The executable under test: the published one that <c>tests/run</c> names in <c>REGIONALNETWORK_SERVER</c>, or the one that
/// was built beside the tests.
/// </summary>
internal static class ServerExecutable
{
    private static readonly string Assembly =
        Environment.GetEnvironmentVariable("REGIONALNETWORK_SERVER")
        ?? Path.Combine(AppContext.BaseDirectory, "RegionalNetwork.Server.dll");

    /// <param name="environment">On top of a Development environment; null takes a variable away.</param>
    public static ProcessStartInfo With(
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?> environment,
        string? workingFolder
    )
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = workingFolder ?? Environment.CurrentDirectory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
