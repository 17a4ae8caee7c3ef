using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace RegionalNetwork.GraphQL.Tests.Differential;

/// <summary>Cases with the answers of graphql-js, from <c>tests/conformance/differential/cases.mjs</c> run by node.</summary>
internal static class ReferenceCases
{
    private const string Folder = "tests/conformance";
    private const int SecondsMax = 600;

    public static async IAsyncEnumerable<JsonElement> Generate(
        int seed,
        int count,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(SecondsMax));
        using var node = Start(seed, count);
        try
        {
            while (await node.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 512 });
                yield return document.RootElement.Clone();
            }

            await node.WaitForExitAsync(limit.Token);
            Assert.True(node.ExitCode == 0, $"cases.mjs --seed {seed} --count {count} ended with {node.ExitCode}.");
        }
        finally
        {
            if (!node.HasExited)
            {
                node.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(int seed, int count)
    {
        var folder = Path.Combine(Root(), Folder);
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(folder, "node_modules", "graphql")),
            $"graphql-js is not installed, so nothing was compared with it. Run: npm ci --prefix {Folder}"
        );
        var start = new ProcessStartInfo("node", ["differential/cases.mjs", "--seed", $"{seed}", "--count", $"{count}"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8,
        };
        return Process.Start(start)!;
    }

    private static string Root()
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
