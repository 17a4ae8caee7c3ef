using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using HdrHistogram;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Performance.SyntheticNetwork;

namespace RegionalNetwork.Performance.Day;

/// <summary>Those who keep a page of a workstream open and are told of each change: one for each workstream, by server-sent events.</summary>
internal sealed class DaySubscribers : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly SocketsHttpHandler _handler = new() { UseProxy = false };
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<JournalPosition, long> _told = new();
    private readonly List<Task> _reading = [];
    private int _toldTwice;

    /// <summary>Events that came twice.</summary>
    public int ToldTwice => _toldTwice;

    /// <summary>One for each workstream; returns once all are subscribed.</summary>
    public Task StartAsync(DayPeople people, IReadOnlyList<Uri> nodes) =>
        StartAsync(people, nodes, SyntheticCommands.Workstreams);

    /// <summary>So many, over all workstreams; with more than one for each, changes come more than once.</summary>
    public async Task StartAsync(DayPeople people, IReadOnlyList<Uri> nodes, int subscribers)
    {
        var http = new HttpMessageInvoker(_handler);
        for (var subscriber = 0; subscriber < subscribers; subscriber++)
        {
            var number = 1 + (subscriber % SyntheticCommands.Workstreams);
            var query =
                $$"""subscription { workstreamActivity(workstream: "{{SyntheticCommands.WorkstreamCode(number)}}") { position } }""";
            var request = new HttpRequestMessage(
                HttpMethod.Get,
                new Uri(nodes[subscriber % nodes.Count], DayDocument.Address(query))
            );
            var coordinator = people.CoordinatorOf(SyntheticCommands.RegionOfWorkstream(number));
            request.Headers.TryAddWithoutValidation("Authorization", coordinator.Authorization);
            request.Headers.Accept.ParseAdd("text/event-stream");
            var answer = await http.SendAsync(request, _stop.Token);
            answer.EnsureSuccessStatusCode();
            _reading.Add(ReadAsync(answer));
        }
    }

    /// <summary>How long after a change was to be sent it was told, for each that was acknowledged.</summary>
    /// <returns>The times, and how many changes were never told.</returns>
    public async Task<(HistogramBase Times, int Untold)> TimesAsync(Acknowledged acknowledged)
    {
        var changes = acknowledged.Writes.Where(write => write.Kind == DayKind.ReviseWorkstream).ToArray();
        var watch = Stopwatch.StartNew();
        while (changes.Any(change => !_told.ContainsKey(change.Position)) && watch.Elapsed < Patience)
        {
            await Task.Delay(Pause);
        }

        var (times, untold) = (StepRecord.NewHistogram(), 0);
        foreach (var change in changes)
        {
            if (_told.TryGetValue(change.Position, out var at))
            {
                StepRecord.Record(times, at - change.Due);
            }
            else
            {
                untold++;
            }
        }

        return (times, untold);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_reading);
        _handler.Dispose();
        _stop.Dispose();
    }

    private async Task ReadAsync(HttpResponseMessage answer)
    {
        try
        {
            using (answer)
            {
                using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(_stop.Token));
                while (await reader.ReadLineAsync(_stop.Token) is { } line)
                {
                    Read(line, Stopwatch.GetTimestamp());
                }
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            // The day is over, or the connection was lost: what was not told is counted.
        }
    }

    private void Read(string line, long now)
    {
        const string data = "data: ";
        if (!line.StartsWith(data, StringComparison.Ordinal) || line.Length == data.Length)
        {
            return;
        }

        using var document = JsonDocument.Parse(line.AsMemory(data.Length));
        var activity = document.RootElement.GetProperty("data").GetProperty("workstreamActivity");
        var position = long.Parse(activity.GetProperty("position").GetString()!, CultureInfo.InvariantCulture);
        if (!_told.TryAdd(new JournalPosition(position), now))
        {
            Interlocked.Increment(ref _toldTwice);
        }
    }
}
