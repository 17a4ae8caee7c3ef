using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Projections;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>Faults that whoever runs the service can mend: said in a sentence, without a stack, and exit code 1.</summary>
internal static class StartFaults
{
    public static int Report(Func<int> run) => ReportAsync(() => Task.FromResult(run())).GetAwaiter().GetResult();

    public static async Task<int> ReportAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception fault)
            when (fault
                    is JournalFormatException
                        or JournalUnavailableException
                        or ProjectionFaultedException
                        or IOException
                        or InvalidDataException
                        or UnauthorizedAccessException
            )
        {
            Console.Error.WriteLine(fault.Message);
            return 1;
        }
    }
}
