namespace RegionalNetwork.Faults.Tests.History;

/// <summary>A history in numbers, for people.</summary>
internal static class HistoryReport
{
    private const int ViolationsShown = 20;

    public static void Write(
        ITestOutputHelper output,
        RecordedHistory history,
        int repeats,
        IReadOnlyList<string> faults,
        IReadOnlyList<Violation> violations,
        TimeSpan elapsed
    )
    {
        var written = history.Entries.Select(entry => entry.CommandId).ToHashSet();
        var unknown = history.Writes.Where(write => write.Outcome == Outcome.Unknown).ToArray();
        output.WriteLine(
            $"{history.Writes.Count + history.Readings.Count} operations in {elapsed.TotalSeconds:F0} s: "
                + $"{Count(Outcome.Acknowledged)} writes acknowledged, {Count(Outcome.Refused)} refused, {unknown.Length} "
                + $"without an answer (of which {unknown.Count(write => written.Contains(write.CommandId))} had happened), "
                + $"{repeats} sent again; {history.Readings.Count} readings, of which "
                + $"{history.Readings.Count(reading => reading.AtLeast > 0)} asked for a position; {history.Entries.Count} entries in the journal."
        );
        output.WriteLine(
            $"{faults.Count} faults: "
                + string.Join(
                    ", ",
                    faults.CountBy(fault => fault).OrderBy(f => f.Key).Select(f => $"{f.Value} {f.Key}")
                )
                + "."
        );
        output.WriteLine($"{violations.Count} violations.");
        foreach (var violation in violations.Take(ViolationsShown))
        {
            output.WriteLine(violation.ToString());
        }

        int Count(Outcome outcome) => history.Writes.Count(write => write.Outcome == outcome);
    }
}
