using System.Globalization;

namespace RegionalNetwork.GraphQL.Tests.Differential;

/// <summary>Generated schemas, documents and variables, each answered by graphql-js and by this engine.</summary>
public sealed class DifferentialTests
{
    private const int Cases = 3_000;
    private const int CasesOfLongRun = 40_000;
    private const int DifferencesShown = 10;

    /// <summary>A seed to run again; a new one every time where it is not set.</summary>
    private const string SeedVariable = "REGIONALNETWORK_SEED";

    [Fact]
    public async Task Engine_answers_generated_requests_as_the_reference_does()
    {
        var seed = Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : Environment.TickCount;
        var count = Environment.GetEnvironmentVariable("REGIONALNETWORK_TESTS") == "long" ? CasesOfLongRun : Cases;
        var token = TestContext.Current.CancellationToken;
        var run = new DifferentialRun();
        await foreach (var item in ReferenceCases.Generate(seed, count, token))
        {
            await run.Compare(item, token);
        }

        var report = $"{SeedVariable}={seed}: {run.Summary}";
        TestContext.Current.SendDiagnosticMessage(report);
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        Assert.True(
            run.Differences.Count == 0,
            report + "\n" + string.Join("\n\n", run.Differences.Take(DifferencesShown))
        );
        Assert.InRange(run.Compared, count, int.MaxValue);
    }
}
