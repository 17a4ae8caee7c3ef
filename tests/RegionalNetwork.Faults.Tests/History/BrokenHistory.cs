namespace RegionalNetwork.Faults.Tests.History;

/// <summary>A good history, broken in one place of chance, so that a checker has something to find.</summary>
internal static class BrokenHistory
{
    /// <returns>What was done to it, and what came of it.</returns>
    public static (string How, RecordedHistory History) Of(RecordedHistory good, Random random)
    {
        var acknowledged = good.Writes.Where(write => write.Outcome == Outcome.Acknowledged).ToArray();
        // One of the first half, so that something comes after it.
        var victim = good.Entries[(int)acknowledged[random.Next(acknowledged.Length / 2)].Position - 1];
        return random.Next(5) switch
        {
            0 => ($"{victim} lost", good with { Entries = Numbered(good.Entries.Where(entry => entry != victim)) }),
            1 => ($"{victim} twice", good with { Entries = Numbered([.. good.Entries, victim]) }),
            2 => ($"{victim} last", good with { Entries = Numbered(good.Entries.OrderBy(entry => entry == victim)) }),
            3 => Stale(good, random.Next(good.Readings.Count)),
            _ => Refused(good, victim),
        };
    }

    /// <summary>The reading shows a title that another has replaced.</summary>
    private static (string How, RecordedHistory History) Stale(RecordedHistory good, int index)
    {
        var reading = good.Readings[index];
        var before = reading.Seen! with { Title = "something older" };
        return (
            $"{reading} stale",
            good with
            {
                Readings = [.. good.Readings.Select((one, i) => i == index ? reading with { Seen = before } : one)],
            }
        );
    }

    private static (string How, RecordedHistory History) Refused(RecordedHistory good, Entry victim) =>
        (
            $"{victim} refused",
            good with
            {
                Writes =
                [
                    .. good.Writes.Select(write =>
                        write.CommandId == victim.CommandId
                            ? write with
                            {
                                Outcome = Outcome.Refused,
                                Refusal = WriteChecks.Taken,
                            }
                            : write
                    ),
                ],
            }
        );

    /// <summary>Positions and versions without gaps, so that they do not give it away.</summary>
    private static List<Entry> Numbered(IEnumerable<Entry> entries)
    {
        var versions = new Dictionary<string, long>();
        var numbered = new List<Entry>();
        foreach (var entry in entries)
        {
            versions[entry.Grain] = versions.GetValueOrDefault(entry.Grain) + 1;
            numbered.Add(entry with { Position = numbered.Count + 1, Version = versions[entry.Grain] });
        }

        return numbered;
    }
}
