using System.Net;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Deployment;

/// <summary>Clients that ask one thing after the other until they are stopped: some read, one writes. None may see an error.</summary>
internal sealed class Callers : IDisposable
{
    /// <summary>Requests under way at a time.</summary>
    public const int Count = 3;

    private readonly CancellationTokenSource _stop = new();
    private readonly Task[] _running;
    private int _answered;
    private int _written;

    public Callers(Balancer balancer, string token) =>
        _running = [
            .. Enumerable
                .Range(0, Count - 1)
                .Select(_ => RunAsync(() => balancer.AskAsync("{ workstreams(first: 1) { nodes { code } } }", token))),
            RunAsync(() => balancer.AskAsync(Create(), token)),
        ];

    /// <summary>Waits for so many answers more.</summary>
    public async Task AskAsync(int answers)
    {
        var last = Volatile.Read(ref _answered) + answers;
        while (Volatile.Read(ref _answered) < last)
        {
            await Task.WhenAny(Task.WhenAny(_running), Task.Delay(10, TestContext.Current.CancellationToken));
            foreach (var ended in _running.Where(each => each.IsCompleted))
            {
                await ended;
            }
        }
    }

    /// <returns>How many requests were answered.</returns>
    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running);
        return _answered;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    // Made of a counter: in a random text may stand what looks like a telephone number, which is refused.
    private string Create() =>
        $"mutation {{ createWorkstream(input: {{ commandId: \"{Changes.NewId()}\", code: \"written-{_written++}\", "
        + "title: \"Written\", theme: \"T01\", startsOn: \"2026-01-01\" }) { position problems { message } } }";

    private async Task RunAsync(Func<Task<HttpResponseMessage>> ask)
    {
        var stopped = _stop.Token;
        while (!stopped.IsCancellationRequested)
        {
            using var answer = await ask();
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("\"errors\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"problems\":[{", text, StringComparison.Ordinal);
            Interlocked.Increment(ref _answered);
        }
    }
}
