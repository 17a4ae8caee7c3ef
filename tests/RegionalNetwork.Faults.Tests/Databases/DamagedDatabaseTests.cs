using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;
using RegionalNetwork.Faults.Tests.Faults;
using RegionalNetwork.Faults.Tests.Files;
using RegionalNetwork.Faults.Tests.Workload;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Faults.Tests.Databases;

/// <summary>
/// A journal in PostgreSQL with data checksums whose files a bad disk has damaged: PostgreSQL or the journal notices, or nothing of it
/// is other than it was.
/// </summary>
public sealed class DamagedDatabaseTests(ITestOutputHelper output)
{
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Damage_is_noticed_or_harmless()
    {
        var random = new Random(FaultsMode.Seed);
        await using var image = await DatabaseImage.TakeAsync(FaultsMode.Seed);
        await image.Node.StopAsync();
        var damages = Damage.OfPages(DatabaseImage.PageBytes);
        var checkpoint = new ChainHead(image.Entries[^1].Entry.Position, image.Entries[^1].Hash);
        var (noticed, shorter, wrong) = (new List<string>(), 0, new List<string>());
        for (var i = 0; i < FaultsMode.DamagedDatabases; i++)
        {
            var damage = damages[i % damages.Count];
            // As many of the entries themselves as of everything else.
            var (name, path) = random.Next(2) == 0 ? image.Files[0] : image.Files[random.Next(image.Files.Count)];
            await image.LayAsync(data =>
            {
                var file = Path.Combine(data, path);
                File.WriteAllBytes(file, damage.To(File.ReadAllBytes(file), random));
            });
            var replayed = await ReplayAsync(image);
            shorter += replayed == Replay.Shorter ? 1 : 0;
            Assert.True(
                replayed != Replay.Different,
                $"{i}, {damage.Name} of {name}: a node would show something else."
            );

            var verdict = await Judgement.OfAsync(image.Place, image.Entries, checkpoint);
            if (verdict is null)
            {
                noticed.Add(damage.Name);
            }
            else if (verdict.Length > 0 || replayed is Replay.Shorter)
            {
                wrong.Add($"{i}, {damage.Name} of {name}: {replayed}; {verdict}");
            }
        }

        output.WriteLine(
            $"Seed {FaultsMode.Seed}: {image.Entries.Count} entries; {FaultsMode.DamagedDatabases} damages, {noticed.Count} noticed ("
                + string.Join(", ", noticed.CountBy(name => name).Select(pair => $"{pair.Value} {pair.Key}"))
                + $"), {FaultsMode.DamagedDatabases - noticed.Count - wrong.Count} harmless, {wrong.Count} silently wrong; "
                + $"{shorter} are cut off at the end, which only a checkpoint tells."
        );
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nodes_and_verify_say_that_a_database_is_damaged_and_what_is_shown_stays_true()
    {
        await using var image = await DatabaseImage.TakeAsync(FaultsMode.Seed);
        using var http = new NodeClient(image.Node.Token(), AnswerMax);
        var grain = image.Entries[0].Entry.Stream.Key;
        var before = await http.ReadAsync(image.Node, grain, atLeast: 0);
        await image.LayAsync(data =>
            Spoil(Path.Combine(data, image.Files.Single(file => file.Name == "entries").Path))
        );

        var write = await http.WriteAsync(image.Node, History.Effect.Create, "late", "A title", "late-1");
        Assert.True(write.Outcome == History.Outcome.Unknown, $"{write}");
        Assert.Equal(before?.Seen, (await http.ReadAsync(image.Node, grain, atLeast: 0))?.Seen);
        Assert.Contains(image.Node.Printed, line => line.Contains("is damaged", StringComparison.Ordinal));
        string[] where = ["--data", image.Node.Data.FullName, "--journal", image.Place.PostgreSql!];
        (await CommandLineRun.OfAsync(["verify", .. where])).AssertFailedInOneSentence("is damaged");
        (await CommandLineRun.OfAsync(["--urls", "http://127.0.0.1:0", .. where])).AssertFailedInOneSentence(
            "is damaged"
        );

        // Another disk, and a good copy on it.
        await image.LayAsync(_ => { });
        var again = await http.WriteAsync(image.Node, History.Effect.Create, "late", "A title", "late-1");
        Assert.Equal(History.Outcome.Acknowledged, again.Outcome);
        Assert.True(again.Position > image.Entries.Count, $"{again} after {image.Entries.Count} entries");
        await image.Node.StopAsync();
    }

    /// <summary>What a start of a node would make of it.</summary>
    private static async Task<Replay> ReplayAsync(DatabaseImage image)
    {
        try
        {
            await using var journal = PostgreSqlJournal.Open(
                PostgreSqlJournalOptions.At(image.Server.Administration),
                TimeProvider.System
            );
            var entries = new List<JournalEntry>();
            while (entries.Count < journal.Head.Value)
            {
                var page = await journal.ReadAllAsync(
                    new JournalPosition(entries.Count),
                    EventSourcing.Limits.ReadEntries
                );
                if (page.Count == 0)
                {
                    return Replay.Different;
                }

                entries.AddRange(page);
            }

            return !entries.Zip(image.Entries, (found, written) => IsSame(found, written.Entry)).All(same => same)
                    ? Replay.Different
                : entries.Count == image.Entries.Count ? Replay.Same
                : Replay.Shorter;
        }
        catch (Exception fault) when (fault is JournalFormatException or JournalUnavailableException)
        {
            return Replay.Refused;
        }
    }

    private static bool IsSame(JournalEntry found, JournalEntry written) =>
        found with { Payload = default } == written with { Payload = default }
        && found.Payload.Span.SequenceEqual(written.Payload.Span);

    /// <summary>A bit of every page.</summary>
    private static void Spoil(string file)
    {
        var bytes = File.ReadAllBytes(file);
        for (var page = 0; page < bytes.Length; page += DatabaseImage.PageBytes)
        {
            bytes[page + (DatabaseImage.PageBytes / 2)] ^= 1;
        }

        File.WriteAllBytes(file, bytes);
    }

    private enum Replay
    {
        Refused,
        Same,
        Shorter,
        Different,
    }
}
