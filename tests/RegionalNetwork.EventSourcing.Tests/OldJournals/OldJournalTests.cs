using RegionalNetwork.EventSourcing.Journal.Sqlite;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.OldJournals;

/// <summary>
/// Journals that were written once must load for ever. The files beside this one are never written again.
/// </summary>
public sealed class OldJournalTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("format-1.db")]
    [InlineData("format-2.db")]
    public async Task Journal_reads_as_it_was_written_and_takes_appends(string name)
    {
        await using var journal = SqliteJournal.Open(Copy(name));

        var entries = await ReadToEndAsync(journal);

        Assert.Equal(
            [
                """1 sample/alpha 1 {"text":"one"}""",
                """2 sample/alpha 2 {"text":"two £ 社"}""",
                """3 sample/beta 1 {"text":"three"}""",
                """4 sample/alpha 3 {"text":"four"}""",
            ],
            entries.Select(Line)
        );
        Assert.All(entries, e => Assert.Equal(("sample.said.v1", "tester", Noon), (e.Type, e.Actor, e.RecordedAt)));
        Assert.Equal(
            "2ee6ebe2aff80f7369ef064ec7e3602f800282a87c14937b0ebf58703ce3d90e",
            (await journal.ReadChainHeadAsync(Token)).Hash.ToString()
        );
        Assert.Equal(AlreadyHandled(2, 2), await journal.AppendAsync(Say(Alpha, 0, "c1", "again"), Token));
        Assert.Equal(Appended(5, 4), await journal.AppendAsync(Say(Alpha, 3, "c3", "five"), Token));
    }

    /// <summary>
    /// Wrote the files above; kept to show how. Names a new file, so that it cannot replace an old one.
    /// </summary>
    [Fact(Explicit = true)]
    public async Task Write_a_journal_of_the_present_format()
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"format-{Guid.NewGuid():N}.db");
        await using (var journal = SqliteJournal.Open(path))
        {
            await journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two £ 社"), Token);
            await journal.AppendAsync(Say(Beta, 0, "c1", "three"), Token);
            await journal.AppendAsync(Say(Alpha, 2, "c2", "four"), Token);
        }
        TestContext.Current.TestOutputHelper?.WriteLine(path);
        Assert.True(File.Exists(path));
    }

    private string Copy(string name)
    {
        var copy = _directory.File(name);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "OldJournals", name), copy);
        return copy;
    }
}
