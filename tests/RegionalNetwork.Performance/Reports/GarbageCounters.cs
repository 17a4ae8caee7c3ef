using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers;

namespace RegionalNetwork.Performance.Reports;

/// <summary>Collections of other processes of .NET, and how long they stood still for them, from the runtime's own events.</summary>
internal sealed class GarbageCounters : IAsyncDisposable
{
    private readonly List<(EventPipeSession Session, Task Reading)> _sessions = [];
    private readonly Lock _lock = new();
    private readonly int[] _collections = new int[3];
    private double _paused;

    public GarbageCounters(IReadOnlyList<int> processes)
    {
        foreach (var process in processes)
        {
            var session = new DiagnosticsClient(process).StartEventPipeSession(
                new EventPipeProvider(
                    "Microsoft-Windows-DotNETRuntime",
                    EventLevel.Informational,
                    (long)ClrTraceEventParser.Keywords.GC
                ),
                requestRundown: false
            );
            _sessions.Add((session, Task.Factory.StartNew(() => Read(session), TaskCreationOptions.LongRunning)));
        }
    }

    /// <summary>What there was since it was last asked, as words.</summary>
    public string Take()
    {
        lock (_lock)
        {
            var text =
                $"garbage {_collections[0]}/{_collections[1]}/{_collections[2]} collections, {_paused:0} ms standing still";
            Array.Clear(_collections);
            _paused = 0;
            return text;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (session, reading) in _sessions)
        {
            await session.StopAsync(CancellationToken.None);
            await reading;
            session.Dispose();
        }
    }

    private void Read(EventPipeSession session)
    {
        using var source = new EventPipeEventSource(session.EventStream);
        var stopped = 0.0;
        source.Clr.GCStart += started =>
        {
            lock (_lock)
            {
                _collections[started.Depth]++;
            }
        };
        source.Clr.GCSuspendEEStart += suspended => stopped = suspended.TimeStampRelativeMSec;
        source.Clr.GCRestartEEStop += restarted =>
        {
            lock (_lock)
            {
                _paused += restarted.TimeStampRelativeMSec - stopped;
            }
        };
        source.Process();
    }
}
