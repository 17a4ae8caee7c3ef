using System.Collections.Immutable;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns.Collections;

namespace RegionalNetwork.Domain.Federation.Members;

/// <summary>Every node that is or was a member here, or is invited. Immutable.</summary>
public sealed class MemberDirectory
{
    private readonly ImmutableSortedDictionary<string, FederationMember> _byCode;

    private MemberDirectory(ImmutableSortedDictionary<string, FederationMember> byCode) => _byCode = byCode;

    public static MemberDirectory Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, FederationMember>(StringComparer.Ordinal));

    /// <summary>By name.</summary>
    public IEnumerable<FederationMember> All => _byCode.Values;

    public FederationMember? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Who was invited with a code; null for nobody.</summary>
    public FederationMember? FindInvited(string codeHash) =>
        _byCode.Values.FirstOrDefault(member => member.Invitation.CodeHash == codeHash);

    /// <summary>The enrolled member from which returns of a unit come; null where its people enter them here.</summary>
    public FederationMember? OwnerOf(ReturnUnit unit) =>
        _byCode.Values.FirstOrDefault(member => member.IsEnrolled && unit.Councils.Any(member.Owns.Own));

    /// <summary>The enrolled member from which priorities of a council come; null where its people declare them here.</summary>
    public FederationMember? OwnerOf(string council) =>
        _byCode.Values.FirstOrDefault(member => member.IsEnrolled && member.Owns.Own(council));

    /// <summary>Another member that speaks, or is invited to speak, for one of the councils; null for none.</summary>
    public FederationMember? OwnerOf(IReadOnlyList<Place> places, string except, DateTimeOffset now) =>
        _byCode.Values.FirstOrDefault(member =>
            member.Code != except
            && (
                (member.IsEnrolled && Ownership.Overlap(member.Owns, places))
                || (member.Invitation.IsOpen(now) && Ownership.Overlap(member.Invitation.Owns, places))
            )
        );

    /// <param name="code">The stream's key.</param>
    public MemberDirectory Apply(string code, MemberEvent happened) =>
        new(_byCode.SetItem(code, MemberHistory.Apply(Find(code), happened)));
}
