using System.Diagnostics;

namespace RegionalNetwork.Server.Tests.Running;

/// <summary>The executable, run to its end.</summary>
internal sealed record CommandLineRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan RunMax = TimeSpan.FromSeconds(90);

    public static Task<CommandLineRun> OfAsync(params IEnumerable<string> arguments) =>
        OfAsync(arguments, new Dictionary<string, string?>(), workingFolder: null);

    public static async Task<CommandLineRun> OfAsync(
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?> environment,
        string? workingFolder
    )
    {
        using var process = Process.Start(ServerExecutable.With(arguments, environment, workingFolder))!;
        using var timeout = new CancellationTokenSource(RunMax);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return new CommandLineRun(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    /// <summary>It failed with one sentence on standard error, which names what is at fault and shows no stack.</summary>
    public void AssertFailedInOneSentence(string about)
    {
        Assert.Equal(1, ExitCode);
        Assert.Contains(about, Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
