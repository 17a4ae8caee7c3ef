using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace RegionalNetwork.Server.Security.Tokens;

/// <summary>
/// Tokens that were valid a moment ago, by their SHA-256, so that the next request with the same token pays a hash instead of a
/// signature. Two generations: when the younger is full the older is forgotten, so that it never holds more than its limit.
/// </summary>
/// <param name="tokensMax">At least 2.</param>
internal sealed class ValidatedTokens(int tokensMax, TimeProvider clock)
{
    private readonly Lock _turning = new();
    private volatile Generation _young = new();
    private volatile Generation _old = new();

    /// <summary>How many are held.</summary>
    public int Count => _young.Tokens.Count + _old.Tokens.Count;

    public static TokenHash HashOf(string token)
    {
        const int stackBytes = 8 * 1024;
        var length = Encoding.UTF8.GetMaxByteCount(token.Length);
        Span<byte> bytes = length <= stackBytes ? stackalloc byte[stackBytes] : new byte[length];
        Unsafe.SkipInit(out TokenHash hash);
        SHA256.HashData(
            bytes[..Encoding.UTF8.GetBytes(token, bytes)],
            MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref hash, 1))
        );
        return hash;
    }

    /// <returns>Null where it is not known, or has to be validated again.</returns>
    public SignedIn? Find(TokenHash token) =>
        (_young.Tokens.TryGetValue(token, out var known) || _old.Tokens.TryGetValue(token, out known))
        && clock.GetUtcNow() < known.Until
            ? known.SignedIn
            : null;

    /// <summary>Remembers it until it expires, and no longer than <see cref="SecurityLimits.ValidationAge"/>.</summary>
    public void Add(TokenHash token, SignedIn signedIn)
    {
        var now = clock.GetUtcNow();
        var expiry = signedIn.ValidUntil - SecurityLimits.ClockSkew;
        var until = now + SecurityLimits.ValidationAge;
        until = expiry < until ? expiry : until;
        if (until <= now)
        {
            return;
        }

        lock (_turning)
        {
            if (_young.Tokens.Count >= tokensMax / 2)
            {
                _old = _young;
                _young = new Generation();
            }

            _young.Tokens[token] = new Known(signedIn, until);
        }
    }

    private sealed record Known(SignedIn SignedIn, DateTimeOffset Until);

    private sealed class Generation
    {
        public ConcurrentDictionary<TokenHash, Known> Tokens { get; } = new();
    }
}

/// <summary>SHA-256 of a token, so that no token is kept in memory.</summary>
internal readonly record struct TokenHash(ulong First, ulong Second, ulong Third, ulong Fourth)
{
    /// <summary>Any part of a SHA-256 is as good a hash as another.</summary>
    public override int GetHashCode() => First.GetHashCode();
}
