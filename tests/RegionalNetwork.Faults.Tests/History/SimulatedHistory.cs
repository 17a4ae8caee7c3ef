namespace RegionalNetwork.Faults.Tests.History;

/// <summary>
/// A good history made by a model: writes overlap in time and take effect somewhere between their invocation and their answer, some
/// are never answered, and readings show what some position held.
/// </summary>
internal sealed class SimulatedHistory
{
    private const int Clients = 4;
    private const int Nodes = 2;

    private readonly Random _random;
    private readonly List<Write> _writes = [];
    private readonly List<Reading> _readings = [];
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, GrainValue> _grains = [];
    private readonly Dictionary<string, long> _versions = [];
    private long _step;

    private SimulatedHistory(int seed) => _random = new Random(seed);

    public static RecordedHistory Make(int seed, int rounds)
    {
        var simulation = new SimulatedHistory(seed);
        for (var round = 0; round < rounds; round++)
        {
            simulation.Round();
        }

        return new RecordedHistory(simulation._writes, simulation._readings, simulation._entries);
    }

    /// <summary>All clients write at once, in an order of chance; then each reads.</summary>
    private void Round()
    {
        var invoked = Enumerable.Range(0, Clients).Select(client => (client, At: ++_step)).ToArray();
        _random.Shuffle(invoked);
        var done = invoked.Select(one => Decide(one.client, one.At)).ToArray();
        _random.Shuffle(done);
        _writes.AddRange(done.Select(write => write with { Completed = ++_step }));
        foreach (var write in done)
        {
            Read(write.Client, write.Node, write.Grain);
        }
    }

    private Write Decide(int client, long invoked)
    {
        var grain = $"g{_random.Next(3)}";
        var (exists, value) = (_grains.TryGetValue(grain, out var held), $"v{_step}-{client}");
        Effect[] effects = [Effect.Replace, Effect.Append, Effect.Create];
        var effect = exists ? effects[_random.Next(effects.Length)] : Effect.Create;
        var write = new Write(
            client,
            _random.Next(Nodes),
            grain,
            effect,
            value,
            $"c{invoked}",
            invoked,
            Completed: 0,
            Outcome.Refused,
            Position: 0,
            WriteChecks.Taken
        );
        if (exists && effect == Effect.Create)
        {
            return write;
        }

        _grains[grain] = effect switch
        {
            Effect.Create => new GrainValue(value, [], IsClosed: false),
            Effect.Replace => held! with { Title = value },
            _ => held! with { Actions = [.. held!.Actions, value] },
        };
        _versions[grain] = _versions.GetValueOrDefault(grain) + 1;
        _entries.Add(new Entry(_entries.Count + 1, grain, _versions[grain], write.CommandId, effect, value));
        var outcome = _random.Next(8) == 0 ? Outcome.Unknown : Outcome.Acknowledged;
        return write with
        {
            Outcome = outcome,
            Position = outcome == Outcome.Acknowledged ? _entries.Count : 0,
            Refusal = null,
        };
    }

    private void Read(int client, int node, string grain) =>
        _readings.Add(
            new Reading(
                client,
                node,
                grain,
                ++_step,
                ++_step,
                _entries.Count,
                AtLeast: 0,
                _grains.GetValueOrDefault(grain)
            )
        );
}
