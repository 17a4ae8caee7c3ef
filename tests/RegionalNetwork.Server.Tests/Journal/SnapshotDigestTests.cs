using System.Text;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Returns;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Tests.Journal;

/// <summary>The digest of a snapshot changes with anything that it shows, and with nothing else.</summary>
public sealed class SnapshotDigestTests
{
    private static readonly NetworkProjection Projection = New();

    private static readonly JournalEntry[] Entries =
    [
        .. EventExamples.All.Select((example, index) => example.At(index + 1)),
    ];

    [Fact]
    public void Two_replays_have_the_same_digest_and_what_was_worked_out_meanwhile_does_not_count()
    {
        var first = Projection.Read(Entries)(Projection.Initial);
        var digest = SnapshotDigest.Of(first);
        _ = SnapshotText.Of(first);
        // What all snapshots share prepares itself too, when it is first asked.
        _ = CouncilRegister.England.LiveOn(new DateOnly(2022, 4, 1));

        Assert.Equal(digest, SnapshotDigest.Of(first));
        Assert.Equal(digest, SnapshotDigest.Of(New().Read(Entries)(New().Initial)));
    }

    [Fact]
    public void Every_event_that_changes_what_is_shown_changes_the_digest()
    {
        var snapshot = Projection.Initial;
        var (text, digest) = (SnapshotText.Of(snapshot), SnapshotDigest.Of(snapshot));
        var changes = 0;
        foreach (var entry in Entries)
        {
            snapshot = Projection.Read([entry])(snapshot);
            var (nextText, nextDigest) = (SnapshotText.Of(snapshot), SnapshotDigest.Of(snapshot));
            if (nextText != text)
            {
                Assert.NotEqual(digest, nextDigest);
                changes++;
            }

            (text, digest) = (nextText, nextDigest);
        }

        Assert.True(changes > 30, $"{changes} changes");
    }

    [Fact]
    public void One_letter_of_one_event_changes_the_digest()
    {
        var altered = Entries.ToArray();
        var at = Array.FindLastIndex(altered, entry => entry.Type == "workstream.revised.v1");
        altered[at] = altered[at] with
        {
            Payload = Encoding.UTF8.GetBytes(
                Encoding
                    .UTF8.GetString(altered[at].Payload.Span)
                    .Replace("Another title", "Another titlf", StringComparison.Ordinal)
            ),
        };

        Assert.NotEqual(
            SnapshotDigest.Of(Projection.Read(Entries)(Projection.Initial)),
            SnapshotDigest.Of(Projection.Read(altered)(Projection.Initial))
        );
    }

    private static NetworkProjection New() => new(IndicatorMappings.Load(), TableSchemas.Load().Collections);
}
