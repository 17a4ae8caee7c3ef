using System.Diagnostics;

namespace RegionalNetwork.Performance.Day;

/// <summary>What came of one request.</summary>
/// <param name="Fault">The code of what went wrong; null where nothing did.</param>
internal readonly record struct Done(DayClass Class, string? Fault);

/// <summary>
/// Sends requests when they are due, as people do: by chance, and whether or not others have been answered. Where the service, or
/// this generator, falls behind, those who wait are counted as waiting.
/// </summary>
internal static class OpenLoop
{
    /// <summary>Requests under way at once; the next ones wait, and their waiting counts.</summary>
    private const int InFlightMax = 256;

    /// <summary>A step may take this many times as long as it was to, then what is left is not sent.</summary>
    private const int OverrunMax = 3;

    /// <summary>The longest answer, of every council over every year, is some hundred kilobytes.</summary>
    private const int AnswerBytesMax = 512 * 1024;

    private static readonly TimeSpan TimerStep = TimeSpan.FromMilliseconds(1);

    // Kept from step to step, so that the generator makes no garbage of them.
    private static readonly byte[][] Buffers =
    [
        .. Enumerable.Range(0, InFlightMax).Select(_ => new byte[AnswerBytesMax]),
    ];

    /// <param name="act">
    /// Sends the request of this place, with chance of its own, which was due at this time, and reads the answer into this buffer.
    /// </param>
    public static async Task<StepRecord> RunAsync(
        double perSecond,
        TimeSpan duration,
        int seed,
        Func<Random, long, byte[], Task<Done>> act
    )
    {
        var due = Arrivals(perSecond, duration, new Random(seed));
        var record = new StepRecord(perSecond, due.Length);
        var began = Stopwatch.GetTimestamp();
        var next = -1;
        await Task.WhenAll(
            Enumerable.Range(0, InFlightMax).Select(worker => Task.Run(() => WorkAsync(Buffers[worker])))
        );
        record.Elapsed = Stopwatch.GetElapsedTime(began);
        return record;

        async Task WorkAsync(byte[] buffer)
        {
            while (Interlocked.Increment(ref next) is var i && i < due.Length)
            {
                var time = began + due[i];
                await UntilAsync(time);
                if (Stopwatch.GetElapsedTime(began) > duration * OverrunMax)
                {
                    record.AddNotSent();
                    continue;
                }

                StepRecord.Record(record.Late, Stopwatch.GetTimestamp() - time);
                var done = await ActAsync(new Random(unchecked((seed * 397) + i)), time, buffer);
                record.Add(done, Stopwatch.GetTimestamp() - time);
            }
        }

        async Task<Done> ActAsync(Random random, long time, byte[] buffer)
        {
            try
            {
                return await act(random, time, buffer);
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
            {
                return new Done(DayClass.Read, $"no answer: {fault.GetType().Name}");
            }
        }
    }

    /// <summary>Ticks after the beginning, of requests that know nothing of each other.</summary>
    private static long[] Arrivals(double perSecond, TimeSpan duration, Random random)
    {
        var arrivals = new List<long>();
        var seconds = 0.0;
        while (true)
        {
            seconds -= Math.Log(1 - random.NextDouble()) / perSecond;
            if (seconds >= duration.TotalSeconds)
            {
                return [.. arrivals];
            }

            arrivals.Add((long)(seconds * Stopwatch.Frequency));
        }
    }

    /// <summary>A timer's step late at most, which counts as well; never early.</summary>
    private static async ValueTask UntilAsync(long time)
    {
        while (Stopwatch.GetTimestamp() < time)
        {
            var rest = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), time);
            await Task.Delay(rest < TimerStep ? TimerStep : rest);
        }
    }
}
