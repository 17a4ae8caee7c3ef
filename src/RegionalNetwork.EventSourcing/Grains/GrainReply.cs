using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.EventSourcing.Grains;

/// <summary>How a command ended: accepted or refused, and nothing else.</summary>
public abstract record GrainReply<TRefusal>
{
    private GrainReply(JournalPosition position) => Position = position;

    /// <summary>A projection that has reached this position shows what the reply rests on.</summary>
    public JournalPosition Position { get; }

    /// <summary>The command holds: its events are durable, or there was nothing to change.</summary>
    /// <param name="Position">Of its last event; where there was nothing to change, of the grain's.</param>
    /// <param name="Version">The grain's version with it.</param>
    /// <param name="IsRepeat">The command id had been handled before; this is the outcome of then.</param>
    public sealed record Accepted(JournalPosition Position, StreamVersion Version, bool IsRepeat)
        : GrainReply<TRefusal>(Position);

    /// <summary>The command changed nothing, for these reasons (at least one).</summary>
    public sealed record Refused(JournalPosition Position, IReadOnlyList<TRefusal> Refusals)
        : GrainReply<TRefusal>(Position);
}
