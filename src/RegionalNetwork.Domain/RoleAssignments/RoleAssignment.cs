namespace RegionalNetwork.Domain.RoleAssignments;

/// <summary>A role that was offered to somebody, or glass that was broken. The code says nothing about the person.</summary>
/// <param name="Offer">Null for broken glass.</param>
/// <param name="Person">Who accepted it, or broke the glass; null while nobody has.</param>
/// <param name="EndedBy">Who set the last day, if anybody did after the offer.</param>
public sealed record RoleAssignment(
    string Code,
    RoleTerms Terms,
    RoleOffer? Offer,
    string? Person,
    DateOnly? AcceptedOn,
    string? EndedBy,
    BrokenGlass? Glass
)
{
    /// <summary>Who offers the first role of all: whoever may run commands on the machine.</summary>
    public const string CommandLine = "local:command-line";

    /// <summary>Whether somebody has the role at that moment, as far as this assignment alone can say.</summary>
    public bool Holds(DateTimeOffset now) =>
        Person is not null
        && (
            Glass is { } glass
                ? glass.From <= now && now < glass.Until
                : Terms.Covers(DateOnly.FromDateTime(now.UtcDateTime))
        );

    /// <summary>Whether the one-time code can still be used.</summary>
    public bool IsOpen(DateTimeOffset now) =>
        Person is null && Offer is { IsRevoked: false } offer && now < offer.Expires;
}

/// <param name="By">Code of a person, or <see cref="RoleAssignment.CommandLine"/>.</param>
/// <param name="For">The person for whom a delegate offered it.</param>
public sealed record RoleOffer(string By, string? For, string CodeHash, DateTimeOffset Expires, bool IsRevoked);

/// <param name="Until">From then on it is closed.</param>
public sealed record BrokenGlass(string Reason, DateTimeOffset From, DateTimeOffset Until);
