using System.Globalization;

namespace RegionalNetwork.GraphQL.Tests.Differential;

/// <summary>Generated schemas, documents and variables, each answered by graphql-js and by this engine.</summary>
public sealed class DifferentialTests
{
    private const int Cases = 3_000;
    private const int CasesOfLongRun = 40_000;
    private const int DifferencesShown = 10;

    /// <summary>
    /// A seed to run. Where it is not set, the standard run takes the same cases every time, so that a change is what turns it red;
    /// the long run takes new ones and finds what is still unknown.
    /// </summary>
    private const string SeedVariable = "REGIONALNETWORK_SEED";

    private const int SeedOfStandardRun = 19_513_792;

    [Fact]
    public async Task Engine_answers_generated_requests_as_the_reference_does()
    {
        var isLong = Environment.GetEnvironmentVariable("REGIONALNETWORK_TESTS") == "long";
        var seed =
            Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } given
                ? int.Parse(given, CultureInfo.InvariantCulture)
            : isLong ? Environment.TickCount
            : SeedOfStandardRun;
        var count = isLong ? CasesOfLongRun : Cases;
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
