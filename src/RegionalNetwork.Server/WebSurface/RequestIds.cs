using System.Buffers;
using System.Security.Cryptography;

namespace RegionalNetwork.Server.WebSurface;

/// <summary>
/// A name for each request, in the answer, in the access log and in the log. The id of a proxy that is trusted is taken over;
/// otherwise it is made of a random number of this process and a counter. It identifies, it proves nothing.
/// </summary>
internal sealed class RequestIds
{
    public const string Header = "X-Request-Id";

    private const int ProcessCharacters = 16;
    private const int CounterCharacters = 12;

    private static readonly SearchValues<char> Accepted = SearchValues.Create(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_."
    );

    private readonly string _process = RandomNumberGenerator.GetHexString(ProcessCharacters, lowercase: true);
    private long _requests;

    public string Of(HttpContext http, bool isTrustedProxy) =>
        isTrustedProxy
        && http.Request.Headers.TryGetValue(Header, out var given)
        && given is [{ } id]
        && IsWellFormed(id)
            ? id
            : New();

    /// <summary>Letters, digits, hyphens, underscores and dots, so that it can stand in any log and in any header.</summary>
    public static bool IsWellFormed(string id) =>
        id.Length is > 0 and <= SurfaceLimits.RequestIdCharacters && !id.AsSpan().ContainsAnyExcept(Accepted);

    private string New() =>
        string.Create(
            ProcessCharacters + 1 + CounterCharacters,
            (_process, Number: Interlocked.Increment(ref _requests)),
            static (text, parts) =>
            {
                parts._process.CopyTo(text);
                text[ProcessCharacters] = '-';
                _ = parts.Number.TryFormat(text[(ProcessCharacters + 1)..], out _, "x12");
            }
        );
}
