using RegionalNetwork.Domain.Audiences;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Sharing;

/// <summary>What councils of a network have agreed to show each other.</summary>
/// <param name="Signatures">In order of being given. A council has at most one that it has not left.</param>
/// <param name="WithdrawnFrom">First day on which it is no longer in force, or null.</param>
public sealed record SharingAgreement(
    string Code,
    string Network,
    AgreementTerms Terms,
    IReadOnlyList<Signature> Signatures,
    DateOnly? WithdrawnFrom
)
{
    /// <summary>The last day on which it is in force.</summary>
    public DateOnly LastDay => WithdrawnFrom is { } from && from <= Terms.To ? from.AddDays(-1) : Terms.To;

    public bool IsInForce(DateOnly on) => Terms.From <= on && on <= LastDay;

    public bool IsParty(string council, DateOnly on) =>
        IsInForce(on) && Signatures.Any(signature => signature.Council == council && signature.Covers(on));

    internal Signature? LastOf(string council) => Signatures.LastOrDefault(one => one.Council == council);
}

/// <param name="Purpose">What the data are shared for; paragraphs.</param>
/// <param name="Indicators">Codes, where <paramref name="Subjects"/> has figures; otherwise none.</param>
/// <param name="Tiers">How far the data go: with councils' names, without, as an aggregate.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="RetentionYears">How long a party keeps what it saw.</param>
/// <param name="BreachContact">The role that is told of a breach; never a name.</param>
public sealed record AgreementTerms(
    string Title,
    string Purpose,
    IReadOnlyList<SharedSubject> Subjects,
    IReadOnlyList<string> Indicators,
    IReadOnlyList<Tier> Tiers,
    DateOnly From,
    DateOnly To,
    int RetentionYears,
    string BreachContact
)
{
    internal bool SameAs(AgreementTerms other) =>
        (Title, Purpose, From, To, RetentionYears, BreachContact)
            == (other.Title, other.Purpose, other.From, other.To, other.RetentionYears, other.BreachContact)
        && Subjects.SequenceEqual(other.Subjects)
        && Indicators.SequenceEqual(other.Indicators)
        && Tiers.SequenceEqual(other.Tiers);
}

/// <param name="From">First day.</param>
/// <param name="LeftFrom">First day on which the council is no longer party, or null.</param>
public sealed record Signature(string Council, DateOnly From, DateOnly? LeftFrom)
{
    internal bool Covers(DateOnly on) => From <= on && (LeftFrom is not { } left || on < left);
}
