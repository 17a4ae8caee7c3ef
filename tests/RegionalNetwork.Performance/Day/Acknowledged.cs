using System.Collections.Concurrent;
using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Performance.Day;

/// <summary>A write that the client was told is done.</summary>
/// <param name="Due">When it was to be sent, as <see cref="System.Diagnostics.Stopwatch"/> counts.</param>
internal sealed record Acknowledgement(DayKind Kind, string CommandId, JournalPosition Position, long Due);

/// <summary>All that must never be lost from now on.</summary>
internal sealed class Acknowledged
{
    public ConcurrentQueue<Acknowledgement> Writes { get; } = new();

    /// <summary>Tables that were taken in, by council.</summary>
    public ConcurrentDictionary<string, int> Uploads { get; } = new();

    /// <summary>The last that anybody was told.</summary>
    public HighestPosition Last { get; } = new();

    public void Add(Acknowledgement write)
    {
        Writes.Enqueue(write);
        Last.Raise(write.Position);
    }

    public void AddUpload(string council, JournalPosition position)
    {
        Uploads.AddOrUpdate(council, 1, (_, before) => before + 1);
        Last.Raise(position);
    }
}
