using System.Diagnostics;
using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Performance.Reports;

/// <summary>How much a journal takes: durable appends a second, by several writers, as several nodes are, who all have many waiting.</summary>
internal static class JournalSpeed
{
    private const int WaitingPerWriter = 256;
    private const int PayloadBytes = 300;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);

    /// <returns>Appends a second, of all together.</returns>
    public static async Task<double> MeasureAsync(IReadOnlyList<IJournal> writers)
    {
        var payload = new byte[PayloadBytes];
        Array.Fill(payload, (byte)' ');
        (payload[0], payload[^1]) = ((byte)'{', (byte)'}');
        var (appended, began) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(
            writers.SelectMany(
                (journal, writer) =>
                    Enumerable.Range(0, WaitingPerWriter).Select(lane => AppendAsync(journal, $"{writer}-{lane}"))
            )
        );
        return appended / Stopwatch.GetElapsedTime(began).TotalSeconds;

        async Task AppendAsync(IJournal journal, string key)
        {
            var stream = new StreamId("speed", key);
            for (var version = 0L; Stopwatch.GetElapsedTime(began) < Duration; version++)
            {
                var request = new AppendRequest(
                    stream,
                    new StreamVersion(version),
                    $"{key}-{version}",
                    "speed",
                    DateTimeOffset.UnixEpoch,
                    [new NewEvent("speed.v1", payload)]
                );
                if (await journal.AppendAsync(request) is not AppendResult.Appended)
                {
                    throw new InvalidOperationException("An append to a stream of its own was refused.");
                }

                Interlocked.Increment(ref appended);
            }
        }
    }
}
