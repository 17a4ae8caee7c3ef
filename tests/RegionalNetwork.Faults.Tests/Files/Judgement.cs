using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.Server.Auditing;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Faults.Tests.Files;

/// <summary>Whether what befell a journal is noticed, harmless, or neither: then it answers wrongly while all seems well.</summary>
internal static class Judgement
{
    /// <returns>Null when it was noticed; otherwise how the journal differs from what it was, empty when it does not.</returns>
    public static async Task<string?> OfAsync(
        JournalPlace place,
        IReadOnlyList<ChainedEntry> entries,
        ChainHead checkpoint
    )
    {
        try
        {
            await using var data = AuditedData.Open(place);
            var isSound = await DataVerification.RunAsync(
                data,
                new CheckpointFile([checkpoint], []),
                TimeProvider.System.GetUtcNow(),
                (TextWriter.Null, TextWriter.Null),
                TestContext.Current.CancellationToken
            );
            return isSound ? await DifferenceAsync(data.Journal, entries) : null;
        }
        catch (Exception fault)
            when (fault
                    is JournalFormatException
                        or JournalUnavailableException
                        or ProjectionFaultedException
                        or InvalidDataException
            )
        {
            // A sentence and exit code 1 (StartFaults).
            return null;
        }
    }

    /// <summary>By every way on which grains, projections and repeated commands reach it.</summary>
    private static async Task<string> DifferenceAsync(IJournal journal, IReadOnlyList<ChainedEntry> entries)
    {
        if (!(await JournalImage.ReadAsync(journal)).Select(c => c.Hash).SequenceEqual(entries.Select(c => c.Hash)))
        {
            return "it has other entries";
        }

        foreach (var stream in entries.Select(chained => chained.Entry).GroupBy(entry => entry.Stream))
        {
            var read = await journal.ReadStreamAsync(stream.Key, StreamVersion.None, EventSourcing.Limits.ReadEntries);
            if (!read.Select(entry => entry.Position).SequenceEqual(stream.Select(entry => entry.Position)))
            {
                return $"the stream {stream.Key} has {read.Count} entries, not {stream.Count()}";
            }

            foreach (var command in stream.GroupBy(entry => entry.CommandId))
            {
                var found = await journal.FindCommandAsync(stream.Key, command.Key);
                if (found?.LastPosition != command.Last().Position)
                {
                    return $"the command {command.Key} is found at {found?.LastPosition}, not {command.Last().Position}";
                }
            }
        }

        return await AppendDifferenceAsync(journal, entries[^1].Entry);
    }

    private static async Task<string> AppendDifferenceAsync(IJournal journal, JournalEntry last)
    {
        var repeated = await journal.AppendAsync(Again(last, last.CommandId));
        var added = await journal.AppendAsync(Again(last, "one-more"));
        return
            repeated is AppendResult.AlreadyHandled
            && added is AppendResult.Appended { LastPosition: var position }
            && position == last.Position.Next
            ? ""
            : $"a command sent again gave {repeated}, and a new one {added}";
    }

    private static AppendRequest Again(JournalEntry entry, string commandId) =>
        new(
            entry.Stream,
            entry.Version,
            commandId,
            entry.Actor,
            entry.RecordedAt,
            [new NewEvent(entry.Type, entry.Payload)]
        );
}
