namespace RegionalNetwork.Domain.People;

/// <summary>Somebody who is known here, by a code.</summary>
/// <param name="SealedIdentity">Base64 of bytes that only the person's own key opens; null once erased.</param>
/// <param name="ErasedOn">Null while the person is known. The code stays, since what it did stays.</param>
public sealed record Person(
    string Code,
    PersonKind Kind,
    string? SealedIdentity,
    DateOnly RegisteredOn,
    DateOnly? ErasedOn
)
{
    public bool IsErased => ErasedOn is not null;
}

public enum PersonKind
{
    Human,

    /// <summary>A council's or an office's system, which signs in as itself.</summary>
    Application,
}
