using System.Collections.Concurrent;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Durability;

/// <summary>One data folder whose server is killed again and again while clients write.</summary>
/// <param name="seed">Settles what is written and when the server dies, as far as the machine allows.</param>
internal sealed class KillLane(int lane, int seed) : IDisposable
{
    private const int Writers = 4;
    private const int KillDelayMillisecondsMax = 250;

    /// <summary>Rounds after which everything is checked, not only what the last round wrote.</summary>
    private const int RoundsBetweenFullChecks = 20;

    private static readonly string[] Councils =
    [
        .. CouncilRegister
            .England.Live.Where(council => council.ExistedOn(DateOnly.Parse(CreatedWorkstream.StartsOn)))
            .Select(council => council.Code),
    ];

    private readonly Random _random = new(seed);
    private readonly TemporaryFolder _data = new();
    private readonly List<Write> _acknowledged = [];
    private readonly List<CreatedWorkstream> _workstreams = [];
    private readonly ConcurrentQueue<CreatedWorkstream> _underFirstLead = new();
    private List<Write> _recent = [];
    private List<Write> _open = [];
    private int _written;

    public int Acknowledged => _acknowledged.Count;

    /// <summary>Writes whose answer never came, and how many of them were found to have happened.</summary>
    public (int Sent, int Happened) Unanswered { get; private set; }

    public async Task RunAsync(Func<bool> mayKillAgain)
    {
        for (var round = 1; mayKillAgain(); round++)
        {
            await using var server = await ServerProcess.StartAsync(_data.Path);
            using var client = new NetworkClient(server.Address, _data.Info);
            await CheckAsync(client, isFull: round % RoundsBetweenFullChecks == 0);
            await WriteUntilKilledAsync(server, client);
        }

        await using var last = await ServerProcess.StartAsync(_data.Path);
        using var reader = new NetworkClient(last.Address, _data.Info);
        await CheckAsync(reader, isFull: true);
        await CheckAsync(reader, isFull: true);
    }

    public void Dispose() => _data.Dispose();

    /// <summary>What was acknowledged is there; what was not is there wholly or not at all, and can be sent again.</summary>
    private async Task CheckAsync(NetworkClient client, bool isFull)
    {
        var reading = await NetworkReading.OfAsync(client);
        foreach (var write in isFull ? _acknowledged : _recent)
        {
            Assert.True(write.IsIn(reading), $"Acknowledged, and lost: {write}");
        }

        var happened = _open.Count(write => write.IsIn(reading));
        Unanswered = (Unanswered.Sent + _open.Count, Unanswered.Happened + happened);
        foreach (var write in _open)
        {
            await write.SendAsync(client);
        }

        // The next check sees that none of them happened twice.
        _acknowledged.AddRange(_open);
        Remember(_open.OfType<CreatedWorkstream>());
        (_recent, _open) = ([.. _open], []);
    }

    private async Task WriteUntilKilledAsync(ServerProcess server, NetworkClient client)
    {
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (acknowledged, open) = (new ConcurrentQueue<Write>(), new ConcurrentQueue<Write>());
        var writers = Enumerable
            .Range(0, Writers)
            .Select(writer => WriteAsync(client, new Random(_random.Next()), acknowledged, open, first))
            .ToArray();
        await Task.WhenAny(first.Task, Task.WhenAll(writers));
        await Task.Delay(_random.Next(KillDelayMillisecondsMax));
        await server.KillAsync();
        await Task.WhenAll(writers);
        _acknowledged.AddRange(acknowledged);
        _recent.AddRange(acknowledged);
        Remember(acknowledged.OfType<CreatedWorkstream>());
        _open = [.. open];
    }

    private async Task WriteAsync(
        NetworkClient client,
        Random random,
        ConcurrentQueue<Write> acknowledged,
        ConcurrentQueue<Write> open,
        TaskCompletionSource first
    )
    {
        while (true)
        {
            var write = Next(random);
            try
            {
                await write.SendAsync(client);
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException)
            {
                open.Enqueue(write);
                return;
            }

            acknowledged.Enqueue(write);
            first.TrySetResult();
        }
    }

    private Write Next(Random random)
    {
        var number = Interlocked.Increment(ref _written);
        var council = Councils[number % Councils.Length];
        var workstream = _workstreams.Count == 0 ? null : _workstreams[random.Next(_workstreams.Count)];
        return random.Next(10) switch
        {
            0 => new ImportedFile($"file-{lane}-{number}", number),
            1 or 2 when workstream is not null => new AddedAction(workstream.Code, workstream.Lead, $"Action {number}"),
            3 or 4 when _underFirstLead.TryDequeue(out var led) => new AppointedLead(
                led.Code,
                OtherThan(led.Lead, number)
            ),
            5 or 6 or 7 => new CreatedWorkstream($"stream-{lane}-{number}", council),
            // The year moves on, for a council has few priorities in one.
            _ => new DeclaredPriority(council, YearOf(number / Councils.Length / 20), $"Priority {number}"),
        };
    }

    /// <summary>Later rounds write about them. Not called while anybody writes.</summary>
    private void Remember(IEnumerable<CreatedWorkstream> workstreams)
    {
        foreach (var workstream in workstreams)
        {
            _workstreams.Add(workstream);
            _underFirstLead.Enqueue(workstream);
        }
    }

    private static string OtherThan(string council, int number) =>
        Councils[number % Councils.Length] is var other && other != council
            ? other
            : Councils[(number + 1) % Councils.Length];

    private static string YearOf(int years) => $"{2010 + years}-{(11 + years) % 100:00}";
}
