namespace RegionalNetwork.Faults.Tests.History;

/// <summary>What became of each write.</summary>
internal static class WriteChecks
{
    /// <summary>Code of the refusal when somebody else created the grain.</summary>
    public const string Taken = "ID_TAKEN";

    /// <summary>Code of the refusal when the grain has been closed.</summary>
    public const string Closed = "WORKSTREAM_CLOSED";

    public static IEnumerable<Violation> NothingAcknowledgedIsLost(RecordedHistory history)
    {
        var ends = history.Entries.GroupBy(e => e.CommandId).ToDictionary(c => c.Key, c => c.Max(e => e.Position));
        // Who closes what is closed already changes nothing, and is told where that happened.
        var closed = history
            .Entries.Where(e => e.Effect == Effect.Close)
            .Select(e => (e.Grain, e.Position))
            .ToHashSet();
        foreach (var write in history.Writes.Where(write => write.Outcome == Outcome.Acknowledged))
        {
            if (write.Effect == Effect.Close && closed.Contains((write.Grain, write.Position)))
            {
                continue;
            }

            if (!ends.TryGetValue(write.CommandId, out var position))
            {
                yield return new Violation(
                    "Nothing acknowledged is lost",
                    $"{Name(write)} was acknowledged at position {write.Position} and is nowhere"
                );
            }
            else if (position != write.Position)
            {
                yield return new Violation(
                    "Nothing acknowledged is lost",
                    $"{Name(write)} was acknowledged at position {write.Position} and is at {position}"
                );
            }
        }
    }

    /// <summary>A command has one effect, and its entries stand together.</summary>
    public static IEnumerable<Violation> NothingIsThereTwice(RecordedHistory history) =>
        from command in history.Entries.GroupBy(entry => entry.CommandId)
        let entries = command.ToArray()
        where
            entries.Count(entry => entry.Effect is not null) != 1
            || entries[^1].Position - entries[0].Position != entries.Length - 1
        select new Violation(
            "Nothing is there twice",
            $"{command.Key} is at positions {string.Join(", ", entries.Select(entry => entry.Position))}"
        );

    public static IEnumerable<Violation> NothingRefusedIsThere(RecordedHistory history)
    {
        var written = history.Entries.Select(entry => entry.CommandId).ToHashSet();
        return from write in history.Writes
            where write.Outcome == Outcome.Refused && written.Contains(write.CommandId)
            select new Violation("Nothing refused is there", Name(write));
    }

    /// <summary>Who is told that something is taken or closed is told so because somebody did that, not later.</summary>
    public static IEnumerable<Violation> RefusalsHaveAReason(RecordedHistory history)
    {
        var invoked = history.Writes.ToDictionary(write => write.CommandId, write => write.Invoked);
        var reasons = history
            .Entries.Where(entry => entry.Effect is Effect.Create or Effect.Close)
            .ToLookup(entry => (entry.Grain, entry.Effect), entry => entry.CommandId);
        return from write in history.Writes
            where write.Outcome == Outcome.Refused
            let reason = write.Refusal switch
            {
                Taken => Effect.Create,
                Closed => Effect.Close,
                _ => (Effect?)null,
            }
            where
                reason is null
                || !reasons[(write.Grain, reason)]
                    .Any(command => invoked.GetValueOrDefault(command, long.MaxValue) < write.Completed)
            select new Violation("Refusals have a reason", $"{Name(write)} was refused: {write.Refusal}");
    }

    private static string Name(Write write) => $"{write.Effect} '{write.Value}' of {write.Grain} by {write.CommandId}";
}
