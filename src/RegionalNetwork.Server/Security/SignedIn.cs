using System.Security.Cryptography;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Server.Security;

/// <summary>What a valid token or session says: who it is and whether the app that they use may write, never what they may see.</summary>
/// <param name="IsApplication">A council's system that acts for itself, with no person behind it.</param>
/// <param name="MayWrite">Whether the app was granted writing; a token for reading is refused mutations and imports.</param>
/// <param name="ValidUntil">When it is refused, the clocks' difference included.</param>
/// <param name="Assumed">The actor that a development token names; null for every real issuer.</param>
/// <param name="DisplayName">As the issuer gives it, if it does; personal data.</param>
internal sealed record SignedIn(
    Identity Identity,
    bool IsApplication,
    bool MayWrite,
    DateTimeOffset ValidUntil,
    Actor? Assumed,
    string? DisplayName
)
{
    private const int HashBytesKept = 8;

    /// <summary>Tells callers apart, and names somebody who is not known here; says nothing of who it is.</summary>
    public string Key { get; } = Assumed?.Subject ?? $"unknown-{Hash(Identity)}";

    private static string Hash(Identity identity) =>
        Convert.ToHexStringLower(SHA256.HashData(identity.ToBytes()), 0, HashBytesKept);
}
