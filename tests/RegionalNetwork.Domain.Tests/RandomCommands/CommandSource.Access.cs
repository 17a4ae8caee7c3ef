using RegionalNetwork.Domain.Audiences;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.People;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.Domain.Sharing;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.RandomCommands;

/// <summary>Commands about people, their roles, and what councils agree to share.</summary>
internal sealed partial class CommandSource
{
    private static readonly string[] CodeHashes = [new('a', 64), new('b', 64)];

    /// <summary>The person is who has all roles, so that they are often who asks.</summary>
    public PersonCommand ForPerson() =>
        random.Next(3) switch
        {
            0 => new ErasePerson(AllRoles.Subject),
            _ => new RegisterPerson(AllRoles.Subject, Any<PersonKind>(), OneOf("c2VhbGVk", "?")),
        };

    public RoleAssignmentCommand ForRoleAssignment() =>
        random.Next(12) switch
        {
            < 3 => new OfferRole("r", RoleTerms(), OneOf(CodeHashes), Facts()),
            < 8 => new AcceptRole("r", OneOf(CodeHashes), Held: 0),
            8 => new RevokeOffer("r"),
            9 => new BreakGlass("r", RolePlace(), "A reason of some length", random.Next(10, 250), true, 0),
            _ => new EndRole("r", Day()),
        };

    /// <summary>Withdrawn seldom: after that there is little left to sign and to leave.</summary>
    public AgreementCommand ForAgreement() =>
        random.Next(80) switch
        {
            < 10 => new DrawUpAgreement("s", WestMidlands, AgreementTerms(), NetworkExists: true),
            < 50 => new SignAgreement("s", Council(), OneOf(true, true, false)),
            < 79 => new LeaveAgreement("s", Council(), Day()),
            _ => new WithdrawAgreement("s", Day()),
        };

    private RoleTerms RoleTerms()
    {
        var role = Any<Role>();
        return new(role, RolePlace(), Any<ServiceScope>(), Day(), OneOf<DateOnly?>(null, Day()), null);
    }

    private Place RolePlace() =>
        OneOf(Place.Council(Council()), Place.Network(WestMidlands), Place.Nation, Place.Service);

    private OfferFacts Facts() => new(OneOf(true, false), OneOf(true, false), OneOf(true, false), 0, null);

    private AgreementTerms AgreementTerms() =>
        new(
            "Title",
            "Purpose",
            OneOf<SharedSubject[]>([SharedSubject.Priorities], [SharedSubject.Figures, SharedSubject.Workstreams]),
            OneOf<string[]>([], ["CSW-01"]),
            OneOf<Tier[]>([Tier.NetworkNamed], [Tier.NetworkNamed, Tier.RegionalAggregate]),
            Day(),
            Day().AddDays(200),
            random.Next(1, 9),
            "Data protection officer"
        );
}
