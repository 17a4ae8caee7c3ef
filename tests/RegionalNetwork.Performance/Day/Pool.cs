using System.Threading.Channels;

namespace RegionalNetwork.Performance.Day;

/// <summary>
/// Things that are changed by one request at a time. One whose change went wrong does not come back: nobody knows what it says.
/// </summary>
internal sealed class Pool<T>
{
    /// <summary>Longer than any answer is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Channel<T> _free = Channel.CreateUnbounded<T>();

    /// <param name="things">All there are; they are taken in an order drawn from the seed.</param>
    public Pool(IEnumerable<T> things, int seed)
    {
        All = [.. things];
        var order = All.ToArray();
        new Random(seed).Shuffle(order);
        foreach (var thing in order)
        {
            GiveBack(thing);
        }
    }

    public IReadOnlyList<T> All { get; }

    /// <summary>Waits where all are being changed: who would change one waits as well.</summary>
    public async ValueTask<T> TakeAsync()
    {
        using var end = new CancellationTokenSource(Patience);
        return await _free.Reader.ReadAsync(end.Token);
    }

    public void GiveBack(T thing) => _free.Writer.TryWrite(thing);
}
