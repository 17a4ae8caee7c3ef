using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.GraphQLHttp.Caching;

/// <summary>
/// A strong entity tag: SHA-256 over the answer's bytes, its form and its audience. The answer is always made anew for whoever
/// asks before tags are compared, so a tag that matches is proof that this very audience would get these very bytes.
/// </summary>
internal static class EntityTags
{
    /// <summary>Of the hash, as many as make a chance match or a forged one out of reach.</summary>
    private const int TagBytes = 24;

    /// <param name="caller">An anonymous one: the audience is everybody. Otherwise it is this one person or system.</param>
    public static string Of(ReadOnlySpan<byte> answer, ResponseFormat format, Caller caller)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(answer, hash);
        return OfHash(hash, (byte)format, caller);
    }

    /// <param name="answerHash">SHA-256 of the answer's bytes.</param>
    /// <param name="form">Tells forms of one answer apart.</param>
    /// <inheritdoc cref="Of"/>
    public static string OfHash(ReadOnlySpan<byte> answerHash, byte form, Caller caller)
    {
        const int hash = SHA256.HashSizeInBytes;
        Span<byte> parts = stackalloc byte[hash + hash + 1];
        parts.Clear();
        answerHash.CopyTo(parts);
        if (caller.SignedIn is { } signedIn)
        {
            SHA256.HashData(Encoding.UTF8.GetBytes(signedIn.Key), parts[hash..]);
        }

        parts[^1] = form;
        Span<byte> tag = stackalloc byte[hash];
        SHA256.HashData(parts, tag);
        return $"\"{Base64Url.EncodeToString(tag[..TagBytes])}\"";
    }

    /// <summary>
    /// Whether If-None-Match names the tag: https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2. Compared weakly, as it says:
    /// a proxy that compresses makes a tag weak.
    /// </summary>
    public static bool AreMatchedBy(HttpRequest request, string tag)
    {
        var given = request.Headers.IfNoneMatch;
        return given.Count > 0
            && EntityTagHeaderValue.TryParseList(given.ToArray()!, out var tags)
            && tags.Take(HttpLimits.EntityTagsPerRequest)
                .Any(candidate => candidate.Tag == "*" || candidate.Tag == tag);
    }
}
