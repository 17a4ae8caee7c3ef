using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.GraphQLHttp.RateLimiting;

/// <summary>Stands before <c>/graphql</c> and <c>/exports</c>: finds the caller's budget and refuses who has none left, before anything is read.</summary>
internal static class RateLimitGate
{
    /// <param name="unitsPerMinute">Null turns the limit off; then nothing stands before the endpoint.</param>
    public static void UseRateLimit(this WebApplication app, double? unitsPerMinute, TimeProvider clock)
    {
        if (unitsPerMinute is { } units)
        {
            var budgets = new CallerBudgets(units, RateLimits.CallersMax, clock);
            app.Use((http, next) => IsLimited(http.Request.Path) ? LimitAsync(http, next, budgets, clock) : next(http));
        }
    }

    /// <summary>Whatever answers with figures.</summary>
    private static bool IsLimited(PathString path) =>
        path == "/graphql" || path.StartsWithSegments("/exports", StringComparison.Ordinal);

    private static async Task LimitAsync(
        HttpContext http,
        RequestDelegate next,
        CallerBudgets budgets,
        TimeProvider clock
    )
    {
        // A token that is not valid is refused later; until then its sender is anybody. The result is kept for the endpoint.
        var (caller, _) = await Callers.FindAsync(http);
        var spending = new Spending(budgets.Of(CallerKey.Of(http, caller)), budgets, clock);
        http.Features.Set(spending);
        http.Response.OnStarting(
            static state =>
            {
                var (spending, response) = ((Spending, HttpResponse))state;
                spending.Close(response);
                return Task.CompletedTask;
            },
            (spending, http.Response)
        );
        if (spending.PayRequest() is not { } refusal)
        {
            await next(http);
            return;
        }

        SecurityLog.Of(http).Record(SecurityEvent.PermissionRefused, Spending.RateLimited, http, caller?.SignedIn);
        await RequestRefusal.WriteAsync(http, StatusCodes.Status429TooManyRequests, refusal);
    }
}
