using System.Text.Json;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Journal;

namespace RegionalNetwork.Performance.Day;

/// <summary>Whether what was acknowledged is there: each write in the journal, and what it left behind at each node.</summary>
internal static class ReadBack
{
    private static readonly DayDocument Priority = new(
        "query($code: ID!) { read: node(id: $code) { ... on Priority { text: title } } }"
    );
    private static readonly DayDocument Workstream = new(
        "query($code: String!) { read: workstream(code: $code) { text: title } }"
    );
    private static readonly DayDocument Narrative = new(
        $$"""
        query($council: String!, $code: String!) {
          council(code: $council) { comparison(indicators: [$code], period: "{{DayWrites.NarrativePeriod}}") { narrative { text } } }
        }
        """
    );

    /// <returns>What was read and found as it should be, and a sentence for each thing that was not.</returns>
    public static async Task<(int Read, IReadOnlyList<string> Lost)> FromNodesAsync(DayWork work)
    {
        var (read, lost, buffer) = (0, new List<string>(), new byte[512 * 1024]);
        foreach (var node in work.Client.Nodes)
        {
            foreach (var thing in work.Writes.Written)
            {
                var found = await TextOfAsync(work, node, thing, buffer);
                Note(found == thing.Text, $"{thing.Kind} {thing.Code} says '{found}', not '{thing.Text}'");
            }

            foreach (var cycle in work.Returns.All.Where(cycle => cycle.Draft > 0))
            {
                var (draft, vintages) = await ReturnOfAsync(work, node, cycle, buffer);
                var isThere = vintages == cycle.Vintages && (draft is null || draft == cycle.Draft);
                Note(isThere, $"The return of {cycle.Council} has draft {draft}, {vintages} vintages");
            }

            void Note(bool isThere, string sentence)
            {
                read++;
                if (!isThere)
                {
                    lost.Add($"{node}: {sentence}.");
                }
            }
        }

        return (read, lost);
    }

    /// <inheritdoc cref="FromNodesAsync"/>
    public static async Task<(int Read, IReadOnlyList<string> Lost)> FromJournalAsync(
        IJournal journal,
        Acknowledged acknowledged
    )
    {
        var (commands, uploads, position) = (
            new HashSet<(string, JournalPosition)>(),
            new Dictionary<string, int>(),
            JournalPosition.Start
        );
        while (await journal.ReadAllAsync(position, EventSourcing.Limits.ReadEntries) is { Count: > 0 } page)
        {
            foreach (var entry in page)
            {
                commands.Add((entry.CommandId, entry.Position));
                if (
                    entry.Stream.Category == StreamCategories.Return
                    && ReturnKey.Find(entry.Stream.Key) is { Period: DayNetwork.DueQuarter } key
                    && EventRegistries.Returns.Decode(entry) is ReturnEntered
                )
                {
                    uploads[key.Unit.Key] = uploads.GetValueOrDefault(key.Unit.Key) + 1;
                }
            }

            position = page[^1].Position;
        }

        List<string> lost =
        [
            .. acknowledged
                .Writes.Where(write => !commands.Contains((write.CommandId, write.Position)))
                .Select(write => $"{write.CommandId} is not at position {write.Position}."),
            .. acknowledged
                .Uploads.Where(pair => uploads.GetValueOrDefault(pair.Key) != pair.Value)
                .Select(pair =>
                    $"{pair.Value} uploads of {pair.Key} were taken in, {uploads.GetValueOrDefault(pair.Key)} are there."
                ),
        ];
        return (acknowledged.Writes.Count + acknowledged.Uploads.Values.Sum(), lost);
    }

    private static async Task<string?> TextOfAsync(DayWork work, Uri node, WrittenThing thing, byte[] buffer)
    {
        var (code, council) = (thing.Code, thing.Writer.Council.Code);
        using var content = thing.Kind switch
        {
            DayKind.RevisePriority => Priority.With(new { code }),
            DayKind.ReviseWorkstream => Workstream.With(new { code }),
            _ => Narrative.With(new { council, code }),
        };
        using var document = await AskAsync(work, node, thing.Writer, content, buffer);
        var data = document.RootElement.GetProperty("data");
        var read =
            thing.Kind == DayKind.WriteNarrative
                ? data.GetProperty("council").GetProperty("comparison")[0].GetProperty("narrative")
                : data.GetProperty("read");
        return read.ValueKind == JsonValueKind.Null ? null : read.GetProperty("text").GetString();
    }

    private static async Task<(int? Draft, int Vintages)> ReturnOfAsync(
        DayWork work,
        Uri node,
        ReturnCycle cycle,
        byte[] buffer
    )
    {
        using var content = DayDocument.Returns.With(
            new
            {
                council = cycle.Council,
                collection = DayNetwork.Collection,
                period = DayNetwork.DueQuarter,
            }
        );
        using var document = await AskAsync(work, node, cycle.Officer, content, buffer);
        var found = document.RootElement.GetProperty("data").GetProperty("council").GetProperty("returns")[0];
        var draft = found.GetProperty("draft");
        return (
            draft.ValueKind == JsonValueKind.Null ? null : draft.GetProperty("number").GetInt32(),
            found.GetProperty("vintages").GetArrayLength()
        );
    }

    private static async Task<JsonDocument> AskAsync(
        DayWork work,
        Uri node,
        Person person,
        HttpContent content,
        byte[] buffer
    )
    {
        var answer = await work.Client.PostAsync(node, person, "/graphql", content, buffer);
        return answer.Fault() is { } fault
            ? throw new InvalidOperationException($"Reading back failed: {fault}")
            : JsonDocument.Parse(answer.Body);
    }
}
