using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>One command of whoever runs the service, carried out beside a running server or without one.</summary>
internal static class OperatorRun
{
    /// <param name="run">Gives the command and what to print once it was carried out.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> Async(
        JournalPlace place,
        Func<NetworkHost, Task<(Task<GrainReply<Refusal>> Reply, string Done)>> run,
        CancellationToken cancellation
    ) =>
        StartFaults.ReportAsync(async () =>
        {
            await using var host = await NetworkHost.OpenAsync(place, TimeProvider.System, cancellation);
            var (reply, done) = await run(host);
            if (await reply is GrainReply<Refusal>.Refused refused)
            {
                return Refuse(string.Join(' ', refused.Refusals.Select(refusal => refusal.Message)));
            }

            Console.WriteLine(done);
            return 0;
        });

    public static int Refuse(string fault)
    {
        Console.Error.WriteLine(fault);
        return 1;
    }

    public static string NewId() => $"operator-{Guid.CreateVersion7():N}";
}
