namespace RegionalNetwork.Faults.Tests.History;

/// <summary>What must hold of the journal alone, and of where its entries come from.</summary>
internal static class JournalChecks
{
    public static IEnumerable<Violation> PositionsHaveNoGaps(RecordedHistory history) =>
        history
            .Entries.Select((entry, index) => (entry, Expected: index + 1L))
            .Where(pair => pair.entry.Position != pair.Expected)
            .Take(1)
            .Select(pair => new Violation(
                "Positions have no gaps",
                $"position {pair.entry.Position} stands where {pair.Expected} should"
            ));

    public static IEnumerable<Violation> VersionsHaveNoGaps(RecordedHistory history) =>
        from grain in history.Entries.GroupBy(entry => entry.Grain)
        from pair in grain.Select((entry, index) => (entry, Expected: index + 1L))
        where pair.entry.Version != pair.Expected
        select new Violation(
            "Versions have no gaps",
            $"{grain.Key} has version {pair.entry.Version} at position {pair.entry.Position}, where {pair.Expected} should be"
        );

    /// <summary>Decisions were made on the grain as it was, not on an older one: created first and once, nothing once closed.</summary>
    public static IEnumerable<Violation> GrainsLiveOnce(RecordedHistory history)
    {
        foreach (var grain in history.Entries.GroupBy(entry => entry.Grain))
        {
            var (isCreated, isClosed) = (false, false);
            foreach (var entry in grain)
            {
                if (isClosed)
                {
                    yield return Broken(entry, "follows its end");
                }
                else if (entry.Effect == Effect.Create && isCreated)
                {
                    yield return Broken(entry, "creates it again");
                }
                else if (entry.Effect != Effect.Create && !isCreated)
                {
                    yield return Broken(entry, "comes before its beginning");
                }

                isCreated |= entry.Effect == Effect.Create;
                isClosed |= entry.Effect == Effect.Close;
            }
        }

        static Violation Broken(Entry entry, string how) =>
            new(
                "Grains live once",
                $"{entry.Grain}: {entry.Effect} '{entry.Value}' at position {entry.Position} {how}"
            );
    }

    public static IEnumerable<Violation> NothingIsThereThatNobodyWrote(RecordedHistory history)
    {
        var writes = history.Writes.ToDictionary(write => write.CommandId);
        foreach (var entry in history.Entries)
        {
            if (
                !writes.TryGetValue(entry.CommandId, out var write)
                || write.Grain != entry.Grain
                || (entry.Effect is { } effect && (effect, entry.Value) != (write.Effect, write.Value))
            )
            {
                yield return new Violation(
                    "Nothing is there that nobody wrote",
                    $"position {entry.Position}: {entry.Effect} '{entry.Value}' of {entry.Grain} by {entry.CommandId}"
                );
            }
        }
    }
}
