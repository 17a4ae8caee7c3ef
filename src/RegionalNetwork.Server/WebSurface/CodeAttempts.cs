using System.Globalization;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.WebSurface;

/// <summary>One-time codes that were tried from one address or by one person: after too many wrong ones, no code is looked at.</summary>
internal static class CodeAttempts
{
    public const string TooMany = "TOO_MANY_ATTEMPTS";

    /// <summary>The answer, if it has not begun, says 429 and when to come again.</summary>
    /// <returns>Null where the code may be looked at.</returns>
    public static Refusal? Refuse(NetworkRequest request)
    {
        if (request.Http is not { } http || Longest(http, request) is not { } wait)
        {
            return null;
        }

        var seconds = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        if (!http.Response.HasStarted)
        {
            http.Response.OnStarting(() =>
            {
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                http.Response.Headers.RetryAfter = seconds;
                return Task.CompletedTask;
            });
        }

        return new Refusal(
            TooMany,
            $"Too many codes were tried that are none. Wait {seconds} s, then try again.",
            "code"
        );
    }

    /// <summary>Remembers that the code was none.</summary>
    public static void Record(NetworkRequest request)
    {
        if (request.Http is { } http)
        {
            var failures = FailuresOf(http);
            failures.Record(AddressOf(http));
            failures.Record(PersonOf(request));
        }
    }

    private static TimeSpan? Longest(HttpContext http, NetworkRequest request)
    {
        var failures = FailuresOf(http);
        var (address, person) = (failures.WaitOf(AddressOf(http)), failures.WaitOf(PersonOf(request)));
        return address > person || person is null ? address : person;
    }

    private static FailedAttempts FailuresOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<FailedAttempts>();

    private static CallerKey AddressOf(HttpContext http) => CallerKey.Of(http, caller: null);

    private static CallerKey PersonOf(NetworkRequest request) => new(request.SignedIn!.Key, 0);
}
