namespace RegionalNetwork.Server.Access;

/// <summary>Why somebody may see what belongs to another council.</summary>
internal enum AccessPurpose
{
    /// <summary>A current sharing agreement between the two.</summary>
    SharingAgreement,

    /// <summary>An operator's emergency access, with a reason.</summary>
    BreakGlass,
}

/// <summary>One read of another council's named unpublished data. What is written is kept as it is.</summary>
/// <param name="At">When; kept to the microsecond.</param>
/// <param name="Reader">Code of the person, or <c>local:...</c>; never a name.</param>
/// <param name="OnBehalfOf">Code of the person whose deputy the reader is.</param>
/// <param name="Council">ONS code of the council whose data was read, which is shown the record.</param>
/// <param name="Subject">Global id of the thing that was read, or what kind of thing it was.</param>
/// <param name="Reason">In the reader's own words; break-glass access needs one.</param>
/// <param name="RequestId">The same for all that one request read.</param>
internal sealed record AccessRecord(
    DateTimeOffset At,
    string Reader,
    string? OnBehalfOf,
    string Council,
    string Subject,
    AccessPurpose Purpose,
    string? Reason,
    string RequestId
)
{
    /// <exception cref="ArgumentException">
    /// A text is empty or too long, or a break-glass access has no reason: a fault of the program that recorded it.
    /// </exception>
    public void ThrowIfInvalid()
    {
        ThrowUnless(IsName(Reader), nameof(Reader));
        ThrowUnless(OnBehalfOf is null || IsName(OnBehalfOf), nameof(OnBehalfOf));
        ThrowUnless(IsName(Council), nameof(Council));
        ThrowUnless(IsName(Subject), nameof(Subject));
        ThrowUnless(IsName(RequestId), nameof(RequestId));
        ThrowUnless(Enum.IsDefined(Purpose), nameof(Purpose));
        ThrowUnless(Reason is null or { Length: <= AccessLimits.ReasonCharacters }, nameof(Reason));
        ThrowUnless(Purpose != AccessPurpose.BreakGlass || !string.IsNullOrWhiteSpace(Reason), nameof(Reason));
    }

    private static bool IsName(string? text) =>
        text is { Length: > 0 and <= AccessLimits.NameCharacters } && !text.Any(char.IsControl);

    private static void ThrowUnless(bool holds, string what)
    {
        if (!holds)
        {
            throw new ArgumentException($"An access record needs a valid {what}.", what);
        }
    }
}

/// <summary>A record in its place in the log. The first is at 1, and there are no gaps.</summary>
internal sealed record AccessEntry(long Position, AccessRecord Record);

/// <summary>An entry with the hash that is kept with it.</summary>
internal sealed record ChainedAccess(AccessEntry Entry, RegionalNetwork.EventSourcing.Journal.ChainHash Hash);
