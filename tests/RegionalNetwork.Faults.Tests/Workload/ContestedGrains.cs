namespace RegionalNetwork.Faults.Tests.Workload;

/// <summary>
/// The few grains that all clients write to at a time, so that nodes race on each of them. After some writes one is closed and
/// another takes its place.
/// </summary>
internal sealed class ContestedGrains(int seed)
{
    private const int Places = 3;

    /// <summary>A workstream takes 500 actions; short lives make for many races at both ends.</summary>
    private const int WritesMax = 40;

    private readonly Lock _lock = new();
    private readonly Grain[] _grains = [.. Enumerable.Range(0, Places).Select(place => Begin(seed, place, life: 0))];
    private readonly List<string> _past = [];

    /// <summary>All that anybody ever wrote to.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _past, .. _grains.Select(grain => grain.Code)];
            }
        }
    }

    /// <summary>One of them, counted as written to.</summary>
    public Grain Next(Random random)
    {
        lock (_lock)
        {
            var place = random.Next(Places);
            return _grains[place] = _grains[place] with { Writes = _grains[place].Writes + 1 };
        }
    }

    /// <summary>Somebody knows that it is there.</summary>
    public void Created(Grain grain) => Change(grain, now => now with { IsCreated = true });

    /// <summary>Somebody knows that it is closed.</summary>
    public void Closed(Grain grain) =>
        Change(
            grain,
            now =>
            {
                _past.Add(now.Code);
                return Begin(seed, now.Place, now.Life + 1);
            }
        );

    private void Change(Grain grain, Func<Grain, Grain> change)
    {
        lock (_lock)
        {
            if (_grains[grain.Place].Code == grain.Code)
            {
                _grains[grain.Place] = change(_grains[grain.Place]);
            }
        }
    }

    private static Grain Begin(int seed, int place, int life) =>
        new($"contested-{(uint)seed}-{place}-{life}", place, life, Writes: 0, IsCreated: false);

    internal sealed record Grain(string Code, int Place, int Life, int Writes, bool IsCreated)
    {
        public bool IsOld => Writes > WritesMax;
    }
}
