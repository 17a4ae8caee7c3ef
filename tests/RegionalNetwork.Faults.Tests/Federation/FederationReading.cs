using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.Faults.Tests.Cluster;
using RegionalNetwork.Faults.Tests.Files;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Journal;

namespace RegionalNetwork.Faults.Tests.Federation;

/// <summary>What both journals hold, as the checker judges it.</summary>
internal static partial class FederationReading
{
    public static async Task<FederationHistory> OfAsync(FederationPair pair, Clerks clerks)
    {
        // The hub's first, so that it has nothing that the member's lacks.
        var hub = await EntriesAsync(pair.Hub);
        var member = await EntriesAsync(pair.Member);
        var texts = member.Select(entry => Encoding.UTF8.GetString(entry.Payload.Span));
        Assert.Contains(texts, text => text.Contains(Clerks.Secret, StringComparison.Ordinal));
        return new FederationHistory(
            [
                .. member
                    .Select(Decoded<MessageQueued>)
                    .OfType<MessageQueued>()
                    .Select(m => new QueuedNote(m.Number, m.Return)),
            ],
            Vintages(member),
            [.. clerks.Released],
            [.. hub.Select(StepOf).OfType<HubStep>()],
            Vintages(hub),
            [Clerks.Secret],
            string.Concat(hub.Select(entry => Encoding.UTF8.GetString(entry.Payload.Span))) + pair.SentText
        );
    }

    private static async Task<IReadOnlyList<JournalEntry>> EntriesAsync(Node node)
    {
        await using var journal = SqliteJournal.Open(JournalPlace.In(node.Data).FilePath);
        return [.. (await JournalImage.ReadAsync(journal)).Select(chained => chained.Entry)];
    }

    private static T? Decoded<T>(JournalEntry entry)
        where T : class => EventRegistries.Decode(entry) as T;

    private static FinalVintage[] Vintages(IReadOnlyList<JournalEntry> entries)
    {
        var keys = entries.Where(IsOfReturn).Select(entry => entry.Stream.Key).Distinct();
        var returns = entries
            .Where(IsOfReturn)
            .Aggregate(
                ReturnDirectory.Empty,
                (all, entry) => all.Apply(entry.Stream.Key, EventRegistries.Returns.Decode(entry))
            );
        return
        [
            .. from key in keys
            from vintage in returns.Find(ReturnKey.Find(key)!)!.Vintages
            select new FinalVintage(
                key,
                vintage.Number,
                string.Join(';', vintage.Content.Figures.Rows.Select(row => $"{row.Item}={row.Cells}")),
                (vintage with { WithdrawnOn = null }).LevelOn(DateOnly.FromDateTime(DateTime.UtcNow)),
                vintage.WithdrawnOn is not null
            ),
        ];
    }

    private static HubStep? StepOf(JournalEntry entry) =>
        EventRegistries.Decode(entry) switch
        {
            MessageTaken taken => Step(entry, HubStepKind.Taken, taken.Number, taken.Return),
            MessageQuarantined refused => Step(entry, HubStepKind.Quarantined, refused.Number, refused.Return),
            // They come with what was entered.
            ReturnSubmitted or ReturnApproved => null,
            ReturnEvent happened when MessageOf().Match(entry.CommandId) is { Success: true } found => Step(
                entry,
                happened is ReturnEntered ? HubStepKind.Entered : HubStepKind.Changed,
                long.Parse(found.Groups["number"].Value, CultureInfo.InvariantCulture),
                entry.Stream.Key
            ),
            ReturnEvent => Step(entry, HubStepKind.Foreign, 0, entry.Stream.Key),
            _ => null,
        };

    private static HubStep Step(JournalEntry entry, HubStepKind kind, long message, string key) =>
        new(entry.Position.Value, kind, message, key);

    private static bool IsOfReturn(JournalEntry entry) => entry.Stream.Category == StreamCategories.Return;

    /// <summary>The command of a message of the only enrolment that there was.</summary>
    [GeneratedRegex(
        $@"^federation-{FederationPair.MemberName}\.1-(?<number>\d+)$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex MessageOf();
}
