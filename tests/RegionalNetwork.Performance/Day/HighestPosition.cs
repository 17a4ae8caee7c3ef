using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Performance.Day;

/// <summary>The highest of all positions that several workers were told.</summary>
internal sealed class HighestPosition
{
    private long _value;

    public JournalPosition Value => new(Interlocked.Read(ref _value));

    public void Raise(JournalPosition position)
    {
        var last = Interlocked.Read(ref _value);
        while (position.Value > last)
        {
            var seen = Interlocked.CompareExchange(ref _value, position.Value, last);
            last = seen == last ? position.Value : seen;
        }
    }
}
