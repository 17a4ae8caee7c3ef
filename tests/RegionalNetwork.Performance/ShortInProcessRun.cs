using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace RegionalNetwork.Performance;

/// <summary>
/// Every measurement in a few seconds, and what it allocates. On a machine that does other things too, read the minimum. It runs
/// in this process: the project that BenchmarkDotNet would otherwise generate and build knows nothing of the repository's package
/// versions and lock files.
/// </summary>
internal sealed class ShortInProcessRun : ManualConfig
{
    // Until the times settle: the just-in-time compiler optimises what runs often, in the background and in steps.
    private const int WarmupIterationsMin = 6;
    private const int WarmupIterationsMax = 20;
    private const int MeasuredIterations = 8;
    private const double IterationMilliseconds = 200;

    public ShortInProcessRun()
    {
        AddJob(
            Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                .WithMinWarmupCount(WarmupIterationsMin)
                .WithMaxWarmupCount(WarmupIterationsMax)
                .WithIterationCount(MeasuredIterations)
                .WithIterationTime(TimeInterval.FromMilliseconds(IterationMilliseconds))
        );
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddColumn(StatisticColumn.Min);
        AddLogger(ConsoleLogger.Default);
        AddExporter(MarkdownExporter.GitHub);
        WithOptions(ConfigOptions.JoinSummary);
        ArtifactsPath = Path.Combine(AppContext.BaseDirectory, "measurements");
    }
}
