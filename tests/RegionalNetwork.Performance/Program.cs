using BenchmarkDotNet.Running;
using RegionalNetwork.Performance;
using RegionalNetwork.Performance.Load;
using RegionalNetwork.Performance.Reports;

// dotnet run -c Release --project tests/RegionalNetwork.Performance                    start, memory and import of a published build
// dotnet run -c Release --project tests/RegionalNetwork.Performance -- load           GraphQL over sockets beside a bare endpoint
// dotnet run -c Release --project tests/RegionalNetwork.Performance -- returns        councils' returns from CSV to answers
// dotnet run -c Release --project tests/RegionalNetwork.Performance -- ledgers [CODE] what disclosure control costs and shows
// dotnet run -c Release --project tests/RegionalNetwork.Performance -- replay [large] what a start takes, by its parts
// dotnet run -c Release --project tests/RegionalNetwork.Performance -- observation    what it costs that the server can be watched
// dotnet run -c Release --project tests/RegionalNetwork.Performance -- day            a day in the life of England, at rising rates
// dotnet run -c Release --project tests/RegionalNetwork.Performance -- --filter '*'    BenchmarkDotNet: the engine, stage by stage
switch (args)
{
    case []:
        return await StartAndMemoryReport.PrintAsync();
    case ["load"]:
        return await LoadReport.PrintAsync();
    case ["returns"]:
        return await ReturnsReport.PrintAsync();
    case ["ledgers"]:
        return LedgersReport.Print(null);
    case ["ledgers", var collection]:
        return LedgersReport.Print(collection);
    case ["replay"]:
        return await ReplayReport.PrintAsync(large: false);
    case ["replay", "large"]:
        return await ReplayReport.PrintAsync(large: true);
    case ["observation"]:
        return await ObservationReport.PrintAsync();
    case ["day", ..]:
        return await DayReport.PrintAsync(args.AsMemory(1));
    case ["serve"]:
        // What the load report starts as a process of its own.
        await LoadServer.ServeAsync();
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(StartAndMemoryReport).Assembly).Run(args, new ShortInProcessRun());
        return 0;
}
