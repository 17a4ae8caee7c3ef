using System.Collections.Concurrent;
using System.Diagnostics;
using HdrHistogram;

namespace RegionalNetwork.Performance.Day;

/// <summary>How the requests of one step fared. A request's time counts from when it was to be sent, not from when it was.</summary>
/// <param name="offered">Requests a second.</param>
/// <param name="due">How many were to be sent.</param>
internal sealed class StepRecord(double offered, int due)
{
    private const int SignificantDigits = 3;

    /// <summary>What takes longer counts as this long.</summary>
    private static readonly TimeSpan LongestTime = TimeSpan.FromMinutes(5);

    private readonly Dictionary<DayClass, LongConcurrentHistogram> _times = Enum.GetValues<DayClass>()
        .ToDictionary(each => each, _ => NewHistogram());

    /// <summary>Requests a second that were to be sent.</summary>
    public double Offered { get; } = offered;

    /// <summary>How many were to be sent.</summary>
    public int Due { get; } = due;

    /// <summary>Requests a second that were answered well, until the last answer.</summary>
    public double Achieved => _times.Values.Sum(times => times.TotalCount) / Elapsed.TotalSeconds;

    public TimeSpan Elapsed { get; set; }

    /// <summary>Requests that were never sent, because those before them took too long.</summary>
    public int NotSent { get; private set; }

    /// <summary>Answers that should have been others, by code.</summary>
    public ConcurrentDictionary<string, int> Faults { get; } = new();

    /// <summary>Answers that asked to come again, because a limit was reached.</summary>
    public int Refused { get; private set; }

    /// <summary>By how much the generator itself was late, also because all its workers waited for answers.</summary>
    public LongConcurrentHistogram Late { get; } = NewHistogram();

    public IEnumerable<(DayClass Class, HistogramBase Times)> Times =>
        _times.Where(each => each.Value.TotalCount > 0).Select(each => (each.Key, (HistogramBase)each.Value));

    public int Answered => (int)_times.Values.Sum(times => times.TotalCount);

    /// <param name="ticks">From when it was to be sent until it was answered.</param>
    public void Add(Done done, long ticks)
    {
        if (done.Fault is null)
        {
            Record(_times[done.Class], ticks);
        }
        else if (DayAnswer.IsLimit(done.Fault))
        {
            lock (Faults)
            {
                Refused++;
            }
        }
        else
        {
            Faults.AddOrUpdate($"{done.Class}: {done.Fault}", 1, (_, before) => before + 1);
        }
    }

    public void AddNotSent()
    {
        lock (Faults)
        {
            NotSent++;
        }
    }

    /// <param name="ticks">As <see cref="Stopwatch"/> counts.</param>
    public static void Record(HistogramBase histogram, long ticks) =>
        histogram.RecordValue(Math.Clamp(Microseconds(ticks), 1, (long)LongestTime.TotalMicroseconds));

    /// <summary>In milliseconds.</summary>
    public static double Percentile(HistogramBase histogram, double percentile) =>
        histogram.GetValueAtPercentile(percentile) / 1000.0;

    public static LongConcurrentHistogram NewHistogram() =>
        new(1, (long)LongestTime.TotalMicroseconds, SignificantDigits);

    private static long Microseconds(long ticks) => (long)Stopwatch.GetElapsedTime(0, ticks).TotalMicroseconds;
}
