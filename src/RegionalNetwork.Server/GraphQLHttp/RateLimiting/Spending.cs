using System.Globalization;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution.Costs;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Telemetry;

namespace RegionalNetwork.Server.GraphQLHttp.RateLimiting;

/// <summary>What one HTTP request takes from its caller's budget.</summary>
/// <param name="clock">That the budget refills by.</param>
internal sealed class Spending(TokenBucket budget, CallerBudgets policy, TimeProvider clock)
{
    public const string RateLimited = "RATE_LIMITED";

    /// <summary>Whether the budget reached for at least one operation of the request.</summary>
    public bool HasRun { get; private set; }

    /// <summary>Null unless the budget did not reach.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>For <see cref="GraphQL.Execution.ExecutorOptions.Admit"/>: each operation pays before it runs.</summary>
    public static GraphQLError? Admit(object request, OperationCost cost)
    {
        if (request is not NetworkRequest { Spending: { } spending } network)
        {
            return null;
        }

        network.CostUnits = cost.Units;
        var refusal = spending.Pay(cost.Units);
        if (refusal is not null)
        {
            network.RecordRefusal(RateLimited);
        }

        return refusal;
    }

    /// <returns>Null where the budget reaches.</returns>
    public GraphQLError? Pay(double units)
    {
        if (budget.TrySpend(units))
        {
            HasRun = true;
            return null;
        }

        return Refuse(units);
    }

    /// <summary>Pays for the request itself, before it is read.</summary>
    /// <inheritdoc cref="Pay"/>
    public GraphQLError? PayRequest() =>
        budget.TrySpend(RateLimits.RequestUnits) ? null : Refuse(RateLimits.RequestUnits);

    /// <summary>For work that can wait: pays as soon as the budget reaches.</summary>
    public async ValueTask PayInTimeAsync(double units, CancellationToken cancellation)
    {
        while (!budget.TrySpend(units))
        {
            var wait = Math.Max(budget.Until(units).TotalSeconds, RateLimits.PauseSeconds);
            await Task.Delay(TimeSpan.FromSeconds(wait), clock, cancellation);
        }
    }

    /// <summary>
    /// For a message of a socket that ran nothing: it pays for being read, as <see cref="Close"/> sees to for a request.
    /// </summary>
    public void ChargeRefusal() => budget.Charge(RateLimits.RefusedRequestUnits);

    /// <summary>Tells the caller in the answer's headers where they stand. A request that ran nothing pays for being read.</summary>
    public void Close(HttpResponse response)
    {
        if (RetryAfter is { } wait)
        {
            response.StatusCode = StatusCodes.Status429TooManyRequests;
            response.Headers.RetryAfter = Seconds(wait);
        }
        else if (!HasRun && IsAnswer(response))
        {
            budget.Charge(RateLimits.RefusedRequestUnits);
        }

        var remaining = Math.Floor(budget.Remaining).ToString("0", CultureInfo.InvariantCulture);
        response.Headers["RateLimit-Policy"] = policy.Header;
        response.Headers["RateLimit"] = $"\"cost\";r={remaining};t={Seconds(budget.Until(policy.UnitsPerMinute))}";
    }

    private GraphQLError Refuse(double units)
    {
        ServerMeters.CountCostRefused(units);
        RetryAfter = budget.Until(units);
        return new GraphQLError(
            $"You have spent your budget of {policy.UnitsPerMinute.ToString("N0", CultureInfo.InvariantCulture)} cost units a minute. "
                + $"Ask again in {Seconds(RetryAfter.Value)} s, or ask for less: smaller lists, fewer fields.",
            [],
            null,
            RateLimited
        );
    }

    /// <summary>Not a page for a browser, and not the news that nothing has changed.</summary>
    private static bool IsAnswer(HttpResponse response) =>
        response.ContentType?.StartsWith("application/", StringComparison.Ordinal) == true;

    /// <summary>Rounded up: a client that comes back then finds the budget filled.</summary>
    private static string Seconds(TimeSpan time) =>
        Math.Ceiling(time.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
}
