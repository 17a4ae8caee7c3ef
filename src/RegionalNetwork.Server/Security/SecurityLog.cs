using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Telemetry;
using RegionalNetwork.Server.WebSurface;

namespace RegionalNetwork.Server.Security;

/// <summary>
/// Puts in the log who signed in and out and what was refused to whom: the person's code or the class of an address, the code of the
/// refusal and the request's id; no name, address, token or text of the caller's. What is not refused does not come here.
/// </summary>
/// <remarks>
/// Each kind of event has a limit of its own, <see cref="SecurityLimits.SecurityLinesPerMinute"/>, so that a flood of one neither fills
/// the disk nor hides another. What is left out is counted, and the count logged a minute later.
/// </remarks>
internal sealed class SecurityLog : IDisposable
{
    /// <summary>Logged from information on, where other categories begin with warnings.</summary>
    public const string Category = "RegionalNetwork.Security";

    private readonly ILogger _log;
    private readonly Dictionary<SecurityEvent, SecurityLines> _lines;
    private Func<SignedIn, string> _codeOf = signedIn => signedIn.Key;

    public SecurityLog(ILogger log, TimeProvider clock)
    {
        _log = log;
        _lines = Enum.GetValues<SecurityEvent>()
            .ToDictionary(
                happened => happened,
                happened => new SecurityLines(count => LogMessages.SecurityLeftOut(log, count, happened), clock)
            );
    }

    public static SecurityLog Of(HttpContext http) => http.RequestServices.GetRequiredService<SecurityLog>();

    /// <summary>From now on people are named by their codes.</summary>
    /// <param name="codeOf">The code of somebody who is known here; for anybody else <see cref="SignedIn.Key"/>.</param>
    public void NameBy(Func<SignedIn, string> codeOf) => _codeOf = codeOf;

    /// <param name="reason">A constant: the code of the refusal, or for signing in and out the issuer as addresses name it.</param>
    /// <param name="caller">Null for an anonymous one.</param>
    public void Record(SecurityEvent happened, string reason, HttpContext http, SignedIn? caller)
    {
        ServerMeters.CountSecurity(happened.ToString(), reason);
        if (_lines[happened].TryTake())
        {
            var who = caller is null ? AddressClass.Of(http) : _codeOf(caller);
            LogMessages.Security(_log, happened, who, reason, http.TraceIdentifier);
        }
    }

    /// <summary>What was left out lately is counted before the log ends.</summary>
    public void Dispose()
    {
        foreach (var lines in _lines.Values)
        {
            lines.Dispose();
        }
    }
}
