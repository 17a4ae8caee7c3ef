using System.Threading.Channels;

namespace RegionalNetwork.Server.Tests.GraphQLHttp.Streaming;

/// <summary>The system's clock, which tells when timers of one length have fired.</summary>
internal sealed class WatchedTime(TimeSpan watched) : TimeProvider
{
    private readonly Channel<TimeSpan> _fired = Channel.CreateUnbounded<TimeSpan>();

    public async Task FiredAsync(CancellationToken cancellation) => await _fired.Reader.ReadAsync(cancellation);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(
            given =>
            {
                callback(given);
                if (dueTime == watched)
                {
                    _fired.Writer.TryWrite(dueTime);
                }
            },
            state,
            dueTime,
            period
        );
}
