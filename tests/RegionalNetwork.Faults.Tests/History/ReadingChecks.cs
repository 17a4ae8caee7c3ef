namespace RegionalNetwork.Faults.Tests.History;

/// <summary>What clients read.</summary>
internal static class ReadingChecks
{
    /// <summary>A reading shows all up to its position and nothing else; nobody reads what is not there in the end.</summary>
    public static IEnumerable<Violation> ReadingsShowTheirPosition(RecordedHistory history)
    {
        var grains = history.Entries.GroupBy(e => e.Grain).ToDictionary(g => g.Key, g => new GrainHistory([.. g]));
        foreach (var reading in history.Readings)
        {
            if (reading.Position > history.Entries.Count)
            {
                yield return new Violation(
                    "Readings show their position",
                    $"node {reading.Node} showed position {reading.Position}; the journal ends at {history.Entries.Count}"
                );
                continue;
            }

            var expected = grains.GetValueOrDefault(reading.Grain)?.At(reading.Position);
            if (!Equals(expected, reading.Seen))
            {
                yield return new Violation(
                    "Readings show their position",
                    $"{reading.Grain} on node {reading.Node} at position {reading.Position} is {expected} and was read as "
                        + $"{reading.Seen}"
                );
            }
        }
    }

    public static IEnumerable<Violation> PositionsNeverGoBack(RecordedHistory history)
    {
        foreach (var session in history.Readings.GroupBy(reading => (reading.Client, reading.Node)))
        {
            var last = 0L;
            foreach (var reading in session.OrderBy(reading => reading.Invoked))
            {
                if (reading.Position < last)
                {
                    yield return new Violation(
                        "Positions never go back",
                        $"client {reading.Client} read position {last} on node {reading.Node}, and then {reading.Position}"
                    );
                }

                last = reading.Position;
            }
        }
    }

    /// <summary>On the node that acknowledged a write, whoever wrote it reads it, and so on.</summary>
    public static IEnumerable<Violation> OwnWritesAreRead(RecordedHistory history)
    {
        var promised = history
            .Writes.Where(write => write.Outcome == Outcome.Acknowledged)
            .ToLookup(write => (write.Client, write.Node));
        return from reading in history.Readings
            let own = promised[(reading.Client, reading.Node)].Where(write => write.Completed < reading.Invoked)
            let least = Math.Max(reading.AtLeast, own.Select(write => write.Position).DefaultIfEmpty().Max())
            where reading.Position < least
            select new Violation(
                "Own writes are read",
                $"client {reading.Client} was promised position {least} on node {reading.Node} and read {reading.Position}"
            );
    }

    /// <summary>A grain as it was after each of its entries.</summary>
    private sealed class GrainHistory
    {
        private readonly List<long> _positions = [];
        private readonly List<GrainValue> _values = [];

        public GrainHistory(IReadOnlyList<Entry> entries)
        {
            // A grain that does not begin with its creation is another check's finding.
            var value = new GrainValue("", [], IsClosed: false);
            foreach (var entry in entries)
            {
                value = entry.Effect switch
                {
                    Effect.Create => new GrainValue(entry.Value, [], IsClosed: false),
                    Effect.Replace => value with { Title = entry.Value },
                    Effect.Append => value with { Actions = [.. value.Actions, entry.Value] },
                    Effect.Close => value with { IsClosed = true },
                    _ => value,
                };
                _positions.Add(entry.Position);
                _values.Add(value);
            }
        }

        /// <summary>Null before it began.</summary>
        public GrainValue? At(long position)
        {
            var found = _positions.BinarySearch(position);
            var index = found >= 0 ? found : ~found - 1;
            return index < 0 ? null : _values[index];
        }
    }
}
