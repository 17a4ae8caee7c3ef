namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>
/// Number of events in a stream; the version of an entry is the stream's version once it is in. The first is 1.
/// </summary>
public readonly record struct StreamVersion(long Value) : IComparable<StreamVersion>
{
    /// <summary>The stream has no events yet.</summary>
    public static StreamVersion None => default;

    public StreamVersion Next => new(Value + 1);

    public static bool operator <(StreamVersion left, StreamVersion right) => left.Value < right.Value;

    public static bool operator >(StreamVersion left, StreamVersion right) => left.Value > right.Value;

    public static bool operator <=(StreamVersion left, StreamVersion right) => left.Value <= right.Value;

    public static bool operator >=(StreamVersion left, StreamVersion right) => left.Value >= right.Value;

    public int CompareTo(StreamVersion other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
