namespace RegionalNetwork.Faults.Tests.History;

/// <summary>The order of the journal against the order in time.</summary>
internal static class OrderChecks
{
    /// <summary>
    /// A write that was sent after something was known comes after it: after every acknowledged write, and after everything that
    /// somebody had read. With unique positions this makes each grain's history, and that of all together, linearisable.
    /// </summary>
    public static IEnumerable<Violation> OrderIsThatOfTime(RecordedHistory history)
    {
        var starts = history
            .Entries.GroupBy(entry => entry.CommandId)
            .ToDictionary(command => command.Key, command => command.Min(entry => entry.Position));
        var known = new Queue<(long Completed, long Position, string What)>(
            history
                .Writes.Where(write => write.Outcome == Outcome.Acknowledged)
                .Select(write => (write.Completed, write.Position, $"the acknowledgement of {write.CommandId}"))
                .Concat(
                    history.Readings.Select(reading =>
                        (reading.Completed, reading.Position, $"a reading on node {reading.Node}")
                    )
                )
                .OrderBy(one => one.Completed)
        );
        var (highest, what) = (0L, "");
        foreach (var write in history.Writes.OrderBy(write => write.Invoked))
        {
            while (known.TryPeek(out var next) && next.Completed < write.Invoked)
            {
                known.Dequeue();
                (highest, what) = next.Position > highest ? (next.Position, next.What) : (highest, what);
            }

            if (starts.TryGetValue(write.CommandId, out var start) && start <= highest)
            {
                yield return new Violation(
                    "Order is that of time",
                    $"{write.CommandId} is at position {start}, but {what} had position {highest} before it was sent"
                );
            }
        }
    }
}
