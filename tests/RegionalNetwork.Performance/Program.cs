using BenchmarkDotNet.Running;
using RegionalNetwork.Performance;
using RegionalNetwork.Performance.Reports;

// dotnet run -c Release --project tests/RegionalNetwork.Performance                    start, memory and import of a published build
// dotnet run -c Release --project tests/RegionalNetwork.Performance -- --filter '*'    BenchmarkDotNet: the engine, stage by stage
if (args.Length == 0)
{
    return await StartAndMemoryReport.PrintAsync();
}

BenchmarkSwitcher.FromAssembly(typeof(StartAndMemoryReport).Assembly).Run(args, new ShortInProcessRun());
return 0;
