namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>
/// Place of an entry in the total order of a journal. The first entry is at 1 and there are no gaps, so a position is
/// also the number of entries up to and including it.
/// </summary>
public readonly record struct JournalPosition(long Value) : IComparable<JournalPosition>
{
    /// <summary>Before the first entry.</summary>
    public static JournalPosition Start => default;

    public JournalPosition Next => new(Value + 1);

    public static bool operator <(JournalPosition left, JournalPosition right) => left.Value < right.Value;

    public static bool operator >(JournalPosition left, JournalPosition right) => left.Value > right.Value;

    public static bool operator <=(JournalPosition left, JournalPosition right) => left.Value <= right.Value;

    public static bool operator >=(JournalPosition left, JournalPosition right) => left.Value >= right.Value;

    public int CompareTo(JournalPosition other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
