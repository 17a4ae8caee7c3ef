using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.Faults.Tests.Faults;
using RegionalNetwork.Server.Auditing;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Faults.Tests.Files;

/// <summary>
/// A journal whose file a bad disk has damaged: it is refused, or <c>verify</c> says so, or nothing of it is other than it was. It
/// never answers wrongly while all seems well.
/// </summary>
public sealed class DamagedFileTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Damage_is_noticed_or_harmless(bool isKilled)
    {
        var random = new Random(FaultsMode.Seed);
        var image = await JournalImage.TakeAsync(FaultsMode.Seed, isKilled);
        Damage[] damages = [.. Damage.All.Where(damage => !damage.IsOfLog || image.Log is not null)];
        var checkpoint = new ChainHead(image.Entries[^1].Entry.Position, image.Entries[^1].Hash);
        var (noticed, wrong) = (new List<string>(), new List<string>());
        for (var i = 0; i < FaultsMode.Damages; i++)
        {
            using var folder = new TemporaryFolder();
            var damage = damages[i % damages.Length];
            await image.LayAsync(folder.Info, damage, random);
            switch (await JudgeAsync(folder.Info, image.Entries, checkpoint))
            {
                case null:
                    noticed.Add(damage.Name);
                    break;
                case { Length: > 0 } difference:
                    wrong.Add($"{i}, {damage.Name}: {difference}");
                    break;
            }
        }

        output.WriteLine(
            $"Seed {FaultsMode.Seed}: {image.Entries.Count} entries; {FaultsMode.Damages} damages, {noticed.Count} noticed ("
                + string.Join(", ", noticed.CountBy(name => name).Select(pair => $"{pair.Value} {pair.Key}"))
                + $"), {FaultsMode.Damages - noticed.Count - wrong.Count} harmless, {wrong.Count} silently wrong."
        );
        Assert.Empty(wrong);
    }

    /// <returns>Null when it was noticed; otherwise how the journal differs from what it was, empty when it does not.</returns>
    private static async Task<string?> JudgeAsync(
        DirectoryInfo folder,
        IReadOnlyList<ChainedEntry> entries,
        ChainHead checkpoint
    )
    {
        try
        {
            await using var data = AuditedData.Open(folder);
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
