using System.Collections.Concurrent;
using System.Diagnostics;
using RegionalNetwork.Faults.Tests.Cluster;
using RegionalNetwork.Faults.Tests.History;

namespace RegionalNetwork.Faults.Tests.Workload;

/// <summary>Clients that write and read as long as they are let, and note down what they were told.</summary>
internal sealed class Clients(IReadOnlyList<Node> nodes, HistoryRecorder recorder, int seed)
{
    private const int Count = 10;

    /// <summary>The first client waits this long for an answer, each further one half a second longer.</summary>
    private static readonly TimeSpan PatienceMin = TimeSpan.FromMilliseconds(500);

    /// <summary>How often a write without an answer is sent again, with the same command id, to any node.</summary>
    private const int AttemptsMax = 12;

    /// <summary>Nothing is wrong any more, and a node that follows the journal is there within a second.</summary>
    private static readonly TimeSpan CatchUpMax = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(250);

    private readonly ContestedGrains _grains = new(seed);
    private int _values;
    private int _repeats;

    /// <summary>Answers that no fault explains.</summary>
    public ConcurrentQueue<string> Unexpected { get; } = new();

    /// <summary>What nodes said why they could not write.</summary>
    public ConcurrentQueue<string> Excuses { get; } = new();

    /// <summary>Attempts after the first, of all writes.</summary>
    public int Repeats => _repeats;

    public Task RunAsync(CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, Count).Select(client => RunAsync(client, stop)));

    /// <summary>What every node shows of every grain when all is over, once it has come to a position.</summary>
    public async Task ReadAllAsync(long atLeast)
    {
        using var http = ClientOf(PatienceMin * Count);
        foreach (var node in nodes)
        {
            var watch = Stopwatch.StartNew();
            while (await http.ReadAsync(node, "none", atLeast: 0) is not { } read || read.Position < atLeast)
            {
                Assert.True(
                    watch.Elapsed < CatchUpMax,
                    $"Node {node.Number} did not come to {atLeast} in {CatchUpMax}."
                );
                await Task.Delay(RetryPause);
            }

            foreach (var grain in _grains.All)
            {
                await ReadAsync(http, Count, node, grain, atLeast);
            }
        }
    }

    private NodeClient ClientOf(TimeSpan patience) => new(nodes[0].Token(), patience);

    private async Task RunAsync(int client, CancellationToken stop)
    {
        var random = new Random(unchecked(seed * 31 + client));
        using var http = ClientOf(PatienceMin * (client + 1));
        var known = 0L;
        while (!stop.IsCancellationRequested)
        {
            var grain = _grains.Next(random);
            var wrote = await WriteAsync(http, client, grain, random);
            known = Math.Max(known, wrote.Position);
            // Mostly where it wrote; elsewhere it asks for what it knows.
            var node = random.Next(3) == 0 ? nodes[random.Next(nodes.Count)] : nodes[wrote.Node];
            await ReadAsync(http, client, node, grain.Code, atLeast: known);
            await Task.Delay(random.Next(20), CancellationToken.None);
        }
    }

    private async Task<Write> WriteAsync(NodeClient http, int client, ContestedGrains.Grain grain, Random random)
    {
        var effect =
            !grain.IsCreated ? Effect.Create
            : grain.IsOld ? Effect.Close
            : random.Next(2) == 0 ? Effect.Replace
            : Effect.Append;
        var value = effect == Effect.Close ? "" : $"Value {Interlocked.Increment(ref _values)}";
        var commandId = $"{effect}-{Guid.NewGuid():N}";
        var invoked = recorder.Step();
        var (attempt, node) = (Attempt.Open, nodes[0]);
        for (var tries = 0; attempt.Outcome == Outcome.Unknown && tries < AttemptsMax; tries++)
        {
            if (tries > 0)
            {
                Interlocked.Increment(ref _repeats);
                await Task.Delay(RetryPause);
            }

            node = AnyOf(random);
            attempt = await http.WriteAsync(node, effect, grain.Code, value, commandId);
            if (attempt.Excuse is { } excuse)
            {
                Excuses.Enqueue(excuse);
            }

            if (attempt.Unexpected is { } unexpected)
            {
                Unexpected.Enqueue($"Node {node.Number}: {unexpected}");
            }

            // Some clients give up at once: what they wrote may still happen.
            if (random.Next(10) == 0)
            {
                break;
            }
        }

        var write = new Write(
            client,
            node.Number,
            grain.Code,
            effect,
            value,
            commandId,
            invoked,
            recorder.Step(),
            attempt.Outcome,
            attempt.Position,
            attempt.Refusal
        );
        recorder.Add(write);
        Learn(grain, write);
        return write;
    }

    /// <summary>One that is up, if any is.</summary>
    private Node AnyOf(Random random)
    {
        var up = nodes.Where(node => node.Address is not null).ToArray();
        return up.Length == 0 ? nodes[0] : up[random.Next(up.Length)];
    }

    private void Learn(ContestedGrains.Grain grain, Write write)
    {
        if (
            (write.Effect, write.Outcome) is (Effect.Close, Outcome.Acknowledged)
            || write.Refusal == WriteChecks.Closed
        )
        {
            _grains.Closed(grain);
        }
        else if (write.Effect == Effect.Create && write.Outcome != Outcome.Unknown)
        {
            _grains.Created(grain);
        }
    }

    private async Task ReadAsync(NodeClient http, int client, Node node, string grain, long atLeast)
    {
        var invoked = recorder.Step();
        if (await http.ReadAsync(node, grain, atLeast) is { } read)
        {
            var completed = recorder.Step();
            recorder.Add(
                new Reading(client, node.Number, grain, invoked, completed, read.Position, read.Promised, read.Seen)
            );
        }
    }
}
