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
/// Every measurement in a few seconds, and what it allocates. In this process: the project that BenchmarkDotNet would otherwise
/// generate and build knows nothing of the repository's package versions and lock files.
/// </summary>
internal sealed class ShortInProcessRun : ManualConfig
{
    private const int WarmupIterations = 3;
    private const int MeasuredIterations = 8;
    private const double IterationMilliseconds = 200;

    public ShortInProcessRun()
    {
        AddJob(
            Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                .WithWarmupCount(WarmupIterations)
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
