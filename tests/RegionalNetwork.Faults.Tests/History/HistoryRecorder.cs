using System.Collections.Concurrent;

namespace RegionalNetwork.Faults.Tests.History;

/// <summary>Takes down what clients do, in the order in which it happens.</summary>
internal sealed class HistoryRecorder
{
    private readonly ConcurrentQueue<Write> _writes = new();
    private readonly ConcurrentQueue<Reading> _readings = new();
    private long _step;

    /// <summary>Recorded so far.</summary>
    public int Acknowledged => _writes.Count(write => write.Outcome == Outcome.Acknowledged);

    /// <summary>
    /// The clock of the history: what has a lower step was over before what has a higher one began. No wall clock is asked, since
    /// clocks jump here.
    /// </summary>
    public long Step() => Interlocked.Increment(ref _step);

    public void Add(Write write) => _writes.Enqueue(write);

    public void Add(Reading reading) => _readings.Enqueue(reading);

    /// <summary>Whether a node has acknowledged a write that was sent after a step.</summary>
    public bool HasAcknowledgedSince(long step, int node) =>
        _writes.Any(write => write.Outcome == Outcome.Acknowledged && write.Node == node && write.Invoked > step);

    public RecordedHistory With(IReadOnlyList<Entry> entries) => new([.. _writes], [.. _readings], entries);
}
