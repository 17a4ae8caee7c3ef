namespace RegionalNetwork.Server.GraphQLHttp.RateLimiting;

/// <summary>A budget that refills steadily up to its size. Safe for concurrent use.</summary>
/// <param name="size">Units that it holds when it is full, as it is at first.</param>
/// <param name="perSecond">Units that flow in.</param>
internal sealed class TokenBucket(double size, double perSecond, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private double _spent;
    private long _at = clock.GetTimestamp();

    /// <summary>Units that can be spent now.</summary>
    public double Remaining
    {
        get
        {
            lock (_lock)
            {
                Refill();
                return Math.Max(0, size - _spent);
            }
        }
    }

    /// <summary>Forgetting a full bucket forgets nothing.</summary>
    public bool IsFull => Remaining >= size;

    /// <summary>Takes the units if they are there; more than the bucket holds counts as all of it.</summary>
    public bool TrySpend(double units)
    {
        lock (_lock)
        {
            Refill();
            var due = Math.Min(units, size);
            if (size - _spent < due)
            {
                return false;
            }

            _spent += due;
            return true;
        }
    }

    /// <summary>Takes the units whether or not they are there: for work that has been done. Debt is at most one bucket.</summary>
    public void Charge(double units)
    {
        lock (_lock)
        {
            Refill();
            _spent = Math.Min(2 * size, _spent + units);
        }
    }

    /// <summary>Until so many units are there.</summary>
    public TimeSpan Until(double units)
    {
        lock (_lock)
        {
            Refill();
            return TimeSpan.FromSeconds(Math.Max(0, (Math.Min(units, size) - size + _spent) / perSecond));
        }
    }

    private void Refill()
    {
        var now = clock.GetTimestamp();
        _spent = Math.Max(0, _spent - (clock.GetElapsedTime(_at, now).TotalSeconds * perSecond));
        _at = now;
    }
}
