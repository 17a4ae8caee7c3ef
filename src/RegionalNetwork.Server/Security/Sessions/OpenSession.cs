using System.Data.Common;
using System.Security.Cryptography;

namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>A session as the list of open ones has it.</summary>
/// <param name="Person">See <see cref="PersonOf"/>.</param>
/// <param name="Browser">As <see cref="BrowserKind"/> says it.</param>
/// <param name="Used">The hour in which it was last used: what somebody did when is nobody's business.</param>
/// <param name="Ends">When it ends however much it is used.</param>
internal sealed record OpenSession(
    string Id,
    string Person,
    string Browser,
    DateTimeOffset Begun,
    DateTimeOffset Used,
    DateTimeOffset Ends
)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static OpenSession Begin(Session session, string browser, DateTimeOffset now) =>
        new(session.Id, PersonOf(session.Identity), browser, now, HourOf(now), session.Ends);

    /// <param name="row">With the columns id, person, browser, begun, used and ends: times in seconds since 1970.</param>
    public static OpenSession Read(DbDataReader row) =>
        new(
            row.GetString(0),
            row.GetString(1),
            row.GetString(2),
            DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(3)),
            DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(4)),
            DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(5))
        );

    /// <summary>SHA-256 in hexadecimal digits: the list names nobody.</summary>
    public static string PersonOf(Identity identity) => Convert.ToHexStringLower(SHA256.HashData(identity.ToBytes()));

    public static DateTimeOffset HourOf(DateTimeOffset moment) =>
        new(moment.Ticks - (moment.Ticks % Hour.Ticks), TimeSpan.Zero);

    /// <summary>It may have been used at the end of its hour.</summary>
    public bool IsOver(DateTimeOffset now) => now >= Ends || now >= Used + Hour + SecurityLimits.SessionIdle;
}
