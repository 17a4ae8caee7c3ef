using System.Collections.Concurrent;

namespace RegionalNetwork.Server.GraphQLHttp.RateLimiting;

/// <summary>
/// A budget for each caller, in a table of bounded size. Only full budgets are forgotten, which changes nothing for their callers;
/// when there is none to forget, newcomers share one. So nobody gets a spent budget back by sending in a crowd.
/// </summary>
internal sealed class CallerBudgets
{
    private static readonly TimeSpan SweepPause = TimeSpan.FromSeconds(RateLimits.SweepSeconds);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<CallerKey, TokenBucket> _budgets = new();
    private readonly Lock _sweep = new();
    private readonly TimeProvider _clock;
    private readonly int _callersMax;
    private readonly TokenBucket _shared;
    private long? _sweptAt;

    public CallerBudgets(double unitsPerMinute, int callersMax, TimeProvider clock)
    {
        UnitsPerMinute = unitsPerMinute;
        _callersMax = callersMax;
        _clock = clock;
        _shared = NewBudget();
        Header = $"\"cost\";q={unitsPerMinute:0};qu=\"cost-units\";w={Window.TotalSeconds:0}";
    }

    public double UnitsPerMinute { get; }

    /// <summary>The value of <c>RateLimit-Policy</c>: https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/</summary>
    public string Header { get; }

    public int Count => _budgets.Count;

    /// <returns>Null for a caller who has none yet; the shared one where it would be theirs.</returns>
    public TokenBucket? Known(CallerKey caller) =>
        _budgets.TryGetValue(caller, out var known) ? known
        : _budgets.Count >= _callersMax ? _shared
        : null;

    public TokenBucket Of(CallerKey caller)
    {
        if (_budgets.TryGetValue(caller, out var known))
        {
            return known;
        }

        if (_budgets.Count >= _callersMax)
        {
            Sweep();
        }

        // Callers who come at the same moment may pass the limit by as many as there are threads.
        return _budgets.Count >= _callersMax ? _shared : _budgets.GetOrAdd(caller, _ => NewBudget());
    }

    private TokenBucket NewBudget() => new(UnitsPerMinute, UnitsPerMinute / Window.TotalSeconds, _clock);

    private void Sweep()
    {
        lock (_sweep)
        {
            if (_sweptAt is { } at && _clock.GetElapsedTime(at) < SweepPause)
            {
                return;
            }

            _sweptAt = _clock.GetTimestamp();
            foreach (var (caller, budget) in _budgets)
            {
                if (budget.IsFull)
                {
                    _budgets.TryRemove(caller, out _);
                }
            }
        }
    }
}
