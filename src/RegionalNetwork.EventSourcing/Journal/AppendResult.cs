namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>How an append ended: one of the three records below and no other.</summary>
public abstract record AppendResult
{
    private AppendResult() { }

    /// <summary>The events are durable.</summary>
    /// <param name="LastPosition">Position of the last of them.</param>
    /// <param name="Version">The stream's version with them.</param>
    public sealed record Appended(JournalPosition LastPosition, StreamVersion Version) : AppendResult;

    /// <summary>Nothing was appended: the stream is not at the expected version. Catch up and decide again.</summary>
    public sealed record Conflict(StreamVersion ActualVersion) : AppendResult;

    /// <summary>
    /// Nothing was appended: this command id has been handled on this stream before, whatever it asked for.
    /// </summary>
    /// <param name="LastPosition">Position of the last event that it caused then.</param>
    /// <param name="Version">Version of that event.</param>
    public sealed record AlreadyHandled(JournalPosition LastPosition, StreamVersion Version) : AppendResult;
}
