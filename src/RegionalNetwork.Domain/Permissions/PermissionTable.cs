using RegionalNetwork.Domain.Kernel;
using static RegionalNetwork.Domain.Permissions.Permission;
using static RegionalNetwork.Domain.Permissions.Tier;

namespace RegionalNetwork.Domain.Permissions;

/// <summary>
/// Who may see and do what: the one table. Nobody, and every role, sees what is public. A council's draft and approved data are
/// seen by the council's own roles only; named data of other councils in the network also need a sharing agreement and a shared
/// membership: that is in <c>Audiences/AudienceRules</c>. Nobody approves what they entered themselves, whatever the table says.
/// </summary>
public static class PermissionTable
{
    private static readonly PermissionRow[] ByRole = OrderedByRole([
        new(
            Role.PrincipalSocialWorker,
            PlaceKind.Council,
            Sees:
            [
                CouncilDraft,
                CouncilApproved,
                NetworkNamed,
                NetworkAnonymised,
                RegionalAggregate,
                NationalAggregate,
            ],
            May:
            [
                SetPriorities,
                ShareWithNetwork,
                LeadWorkstreams,
                ContributeActions,
                RecordAppointments,
                RecordStatements,
                ReadAuditTrail,
                EnterReturns,
            ]
        ),
        new(
            Role.DeputyPrincipalSocialWorker,
            PlaceKind.Council,
            Sees:
            [
                CouncilDraft,
                CouncilApproved,
                NetworkNamed,
                NetworkAnonymised,
                RegionalAggregate,
                NationalAggregate,
            ],
            May: [SetPriorities, ContributeActions, RecordStatements, ReadAuditTrail, EnterReturns]
        ),
        new(Role.PractitionerChampion, PlaceKind.Council, Sees: [CouncilApproved], May: []),
        new(
            Role.DataOfficer,
            PlaceKind.Council,
            Sees: [CouncilDraft, CouncilApproved],
            May: [RecordStatements, ReadAuditTrail, EnterReturns]
        ),
        new(
            Role.CouncilApprover,
            PlaceKind.Council,
            Sees:
            [
                CouncilDraft,
                CouncilApproved,
                NetworkNamed,
                NetworkAnonymised,
                RegionalAggregate,
                NationalAggregate,
            ],
            May:
            [
                ApprovePriorities,
                ShareWithNetwork,
                Publish,
                RecordAppointments,
                AssignRoles,
                SignAgreements,
                ReadAuditTrail,
                ApproveReturns,
                ReleaseReturns,
            ]
        ),
        new(Role.ElectedMember, PlaceKind.Council, Sees: [], May: []),
        new(
            Role.RegionalChair,
            PlaceKind.Network,
            Sees: [NetworkNamed, NetworkAnonymised, RegionalAggregate],
            May:
            [
                SetPriorities,
                ApprovePriorities,
                ShareWithNetwork,
                Publish,
                LeadWorkstreams,
                DrawUpAgreements,
                CompileRounds,
            ]
        ),
        new(
            Role.RegionalCoordinator,
            PlaceKind.Network,
            Sees: [NetworkNamed, NetworkAnonymised, RegionalAggregate],
            May:
            [
                SetPriorities,
                ShareWithNetwork,
                LeadWorkstreams,
                ManageNetworks,
                AssignRoles,
                DrawUpAgreements,
                AskAboutReturns,
                CompileRounds,
            ]
        ),
        new(
            Role.RegionalAnalyst,
            PlaceKind.Network,
            Sees: [NetworkNamed, NetworkAnonymised, RegionalAggregate],
            May: [AskAboutReturns, CompileRounds]
        ),
        new(Role.WorkstreamLead, PlaceKind.Network, Sees: [NetworkNamed], May: [LeadWorkstreams]),
        new(
            Role.NetworkSponsor,
            PlaceKind.Network,
            Sees: [NetworkNamed, NetworkAnonymised, RegionalAggregate],
            May: [LeadWorkstreams]
        ),
        new(Role.TeachingPartnershipLead, PlaceKind.Network, Sees: [NetworkAnonymised, RegionalAggregate], May: []),
        new(Role.RegionalImprovementLead, PlaceKind.Region, Sees: [RegionalAggregate], May: []),
        new(
            Role.NationalOffice,
            PlaceKind.Nation,
            Sees: [RegionalAggregate, NationalAggregate],
            May:
            [
                SetPriorities,
                ApprovePriorities,
                Publish,
                LeadWorkstreams,
                ManageNetworks,
                FoundNetworks,
                ImportStatistics,
                AssignRoles,
                CompileRounds,
            ]
        ),
        new(Role.NationalAssurance, PlaceKind.Nation, Sees: [], May: []),
        new(Role.RegulatorLiaison, PlaceKind.Region, Sees: [], May: []),
        new(Role.ResearchPartner, PlaceKind.Nation, Sees: [RegionalAggregate], May: []),
        new(
            Role.Operator,
            PlaceKind.Service,
            Sees: [],
            May:
            [
                FoundNetworks,
                ManageNetworks,
                ImportStatistics,
                RecordStatements,
                AssignRoles,
                BreakGlass,
                ErasePeople,
                FederateNodes,
            ]
        ),
    ]);

    /// <summary>What breaking the glass shows: everything of one place, for the time that it takes.</summary>
    private static readonly TierSet BrokenGlass = new([CouncilDraft, CouncilApproved, NetworkNamed]);

    public static IReadOnlyList<PermissionRow> Rows => ByRole;

    public static PermissionRow Of(Role role) => ByRole[(int)role];

    /// <summary>Whether the actor may do this anywhere at all: what a schema's directive asks.</summary>
    public static bool May(this Actor actor, Permission permission)
    {
        foreach (var grant in actor.Grants)
        {
            if (grant.Allows(permission))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the actor may do this to a thing of this place.</summary>
    public static bool May(this Actor actor, Permission permission, Place place) =>
        actor.May(permission, place, ServiceScope.Both);

    /// <summary>The same where the thing is about one of the two services: an adults' role does not reach children's.</summary>
    /// <param name="scope"><see cref="ServiceScope.Both"/> for a thing that is not about one of them.</param>
    public static bool May(this Actor actor, Permission permission, Place place, ServiceScope scope)
    {
        foreach (var grant in actor.Grants)
        {
            if (grant.Allows(permission) && grant.Place.Covers(place) && Overlap(grant.Scope, scope))
            {
                return true;
            }
        }

        return false;
    }

    internal static bool Sees(this Grant grant, Tier tier) =>
        (grant.BreakGlassReason is null ? Of(grant.Role).SeesSet : BrokenGlass).Has(tier);

    internal static bool Overlap(ServiceScope one, ServiceScope other) =>
        one == other || one == ServiceScope.Both || other == ServiceScope.Both;

    /// <summary>Whether who has the one service has the other too.</summary>
    internal static bool Includes(ServiceScope wider, ServiceScope narrower) =>
        wider == narrower || wider == ServiceScope.Both;

    /// <summary>Broken glass shows; it allows no change.</summary>
    internal static bool Allows(this Grant grant, Permission permission) =>
        grant.BreakGlassReason is null && Of(grant.Role).MaySet.Has(permission);

    private static PermissionRow[] OrderedByRole(PermissionRow[] rows)
    {
        PermissionRow[] ordered = [.. rows.OrderBy(row => row.Role)];
        return ordered.Select(row => row.Role).SequenceEqual(Enum.GetValues<Role>())
            ? ordered
            : throw new InvalidOperationException("Every role has exactly one row.");
    }
}
