using System.Text;
using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.EventSourcing.Tests.Journal;

/// <summary>Short ways to say what is appended.</summary>
internal static class Requests
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly StreamId Alpha = new("sample", "alpha");

    public static readonly StreamId Beta = new("sample", "beta");

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static NewEvent Event(string text) =>
        new("sample.said.v1", Encoding.UTF8.GetBytes($"{{\"text\":\"{text}\"}}"));

    public static NewEvent EventOf(int bytes) => new("sample.filled.v1", new byte[bytes]);

    public static AppendRequest Request(
        StreamId stream,
        long expected,
        string commandId,
        params IReadOnlyList<NewEvent> events
    ) => new(stream, new StreamVersion(expected), commandId, "tester", Noon, events);

    public static AppendRequest Say(StreamId stream, long expected, string commandId, params string[] texts) =>
        Request(stream, expected, commandId, [.. texts.Select(Event)]);

    public static AppendResult.Appended Appended(long position, long version) =>
        new(new JournalPosition(position), new StreamVersion(version));

    public static AppendResult.AlreadyHandled AlreadyHandled(long position, long version) =>
        new(new JournalPosition(position), new StreamVersion(version));

    public static AppendResult.Conflict Conflict(long version) => new(new StreamVersion(version));

    public static string Text(JournalEntry entry) => Encoding.UTF8.GetString(entry.Payload.Span);

    /// <summary>An entry in a line, for comparison: position, stream, version, payload.</summary>
    public static string Line(JournalEntry entry) => $"{entry.Position} {entry.Stream} {entry.Version} {Text(entry)}";

    public static async Task<List<JournalEntry>> ReadToEndAsync(IJournal journal)
    {
        var all = new List<JournalEntry>();
        while (true)
        {
            var batch = await journal.ReadAllAsync(new JournalPosition(all.Count), Limits.ReadEntries, Token);
            if (batch.Count == 0)
            {
                return all;
            }
            all.AddRange(batch);
        }
    }
}
