using RegionalNetwork.Server.GraphQLHttp.RateLimiting;

namespace RegionalNetwork.Server.Security;

/// <summary>How many lines one kind of event may still write, and how many it was refused. Safe for concurrent use.</summary>
internal sealed class SecurityLines : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly TokenBucket _budget;
    private readonly Action<int> _report;
    private readonly ITimer _timer;
    private int _leftOut;

    /// <param name="report">Gets the number of lines left out, at most once a minute and only where there are any.</param>
    public SecurityLines(Action<int> report, TimeProvider clock)
    {
        _budget = new TokenBucket(
            SecurityLimits.SecurityLinesPerMinute,
            SecurityLimits.SecurityLinesPerMinute / Window.TotalSeconds,
            clock
        );
        _report = report;
        _timer = clock.CreateTimer(_ => Report(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <returns>False for a line too many, which is counted.</returns>
    public bool TryTake()
    {
        if (_budget.TrySpend(1))
        {
            return true;
        }

        if (Interlocked.Increment(ref _leftOut) == 1)
        {
            _timer.Change(Window, Timeout.InfiniteTimeSpan);
        }

        return false;
    }

    public void Dispose()
    {
        _timer.Dispose();
        Report();
    }

    private void Report()
    {
        if (Interlocked.Exchange(ref _leftOut, 0) is > 0 and var count)
        {
            _report(count);
        }
    }
}
