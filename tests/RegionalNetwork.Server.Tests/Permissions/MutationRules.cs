using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using static RegionalNetwork.Domain.Permissions.Permission;
using static RegionalNetwork.Server.Tests.Permissions.MatrixPlaces;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>
/// Which permission every mutation asks, and where: as the schema's descriptions say, not as the code does. A new mutation that is
/// not here fails the matrix.
/// </summary>
internal static class MutationRules
{
    private static readonly Dictionary<string, Func<MatrixCase, bool>> Rules = new(StringComparer.Ordinal)
    {
        ["declarePriority"] = c => c.May(SetPriorities, c.Target.Owner),
        ["revisePriority"] = c => c.May(SetPriorities, c.Target.Owner),
        ["rankPriorities"] = c => c.May(SetPriorities, c.Target.Owner),
        ["changePriorityStatus"] = c => c.May(c.Variant == 0 ? SetPriorities : ApprovePriorities, c.Target.Owner),
        ["changePriorityAudience"] = c =>
            c.May(c.Variant == 0 ? ShareWithNetwork : Publish, c.Target.Owner)
            && (c.Target.Tier != Tier.Public || c.May(Publish, c.Target.Owner)),
        ["writeNarrative"] = c =>
            c.May(SetPriorities, Place.Council(c.Target.CouncilOrHelper))
            && (c.Variant == 0 || c.May(ShareWithNetwork, Place.Council(c.Target.CouncilOrHelper))),
        ["enterReturn"] = c => MayInCouncil(c, EnterReturns),
        ["restateReturn"] = c => MayInCouncil(c, EnterReturns),
        ["submitReturn"] = c => MayInCouncil(c, EnterReturns),
        ["sendBackReturn"] = c => MayInCouncil(c, ApproveReturns),
        ["approveReturn"] = c => MayInCouncil(c, ApproveReturns),
        ["releaseReturn"] = c => MayInCouncil(c, ReleaseReturns),
        ["withdrawReturn"] = c => MayInCouncil(c, ReleaseReturns),
        ["askAboutReturn"] = c =>
            c.May(AskAboutReturns, Place.Network(c.Target.Network))
            && c.Target.Council is not null
            && MatrixReturns.IsHandedIn(c.Target.Tier),
        ["answerReturnQuestion"] = c =>
            (MayInCouncil(c, EnterReturns) || MayInCouncil(c, ApproveReturns))
            && MatrixReturns.IsAskedAbout(c.Target.Tier),
        // A round is of all councils, whoever begins it.
        ["compileReturnRound"] = c => c.Caller.MayAnywhere(c.Table, CompileRounds),
        ["createWorkstream"] = c => MayInWorkstream(c, LeadWorkstreams),
        ["reviseWorkstream"] = c => MayInWorkstream(c, LeadWorkstreams),
        ["changeWorkstreamStatus"] = c => MayInWorkstream(c, LeadWorkstreams),
        ["changeWorkstreamAudience"] = c => MayInWorkstream(c, Publish),
        ["appointWorkstreamLead"] = c => MayInWorkstream(c, LeadWorkstreams),
        ["addWorkstreamParticipant"] = c => MayInWorkstream(c, LeadWorkstreams),
        ["removeWorkstreamParticipant"] = c => MayInWorkstream(c, LeadWorkstreams),
        ["planPracticeEvent"] = c => MayInWorkstream(c, LeadWorkstreams),
        ["cancelPracticeEvent"] = c => MayInWorkstream(c, LeadWorkstreams),
        ["addWorkstreamAction"] = MayContribute,
        ["changeWorkstreamActionStatus"] = MayContribute,
        ["appointPrincipalSocialWorker"] = MayRecordAppointment,
        ["changeAppointmentForm"] = MayRecordAppointment,
        ["changeReportingLine"] = MayRecordAppointment,
        ["endAppointment"] = MayRecordAppointment,
        ["foundNetwork"] = c => c.May(FoundNetworks, c.Variant == 0 ? Place.Network("matrix-new") : Place.Nation),
        ["reviseNetwork"] = c => c.May(ManageNetworks, PlaceOfNetwork(c.Target.Network)),
        ["admitCouncilToNetwork"] = c => c.May(ManageNetworks, PlaceOfNetwork(c.Target.Network)),
        ["releaseCouncilFromNetwork"] = c => c.May(ManageNetworks, PlaceOfNetwork(c.Target.Network)),
        ["drawUpSharingAgreement"] = c => c.May(DrawUpAgreements, PlaceOfNetwork(c.Target.Network)),
        ["withdrawSharingAgreement"] = c => c.May(DrawUpAgreements, PlaceOfNetwork(c.Target.Network)),
        ["signSharingAgreement"] = MaySign,
        ["leaveSharingAgreement"] = MaySign,
        ["offerRole"] = MayOffer,
        ["acceptRole"] = c => c.Caller.IsSignedIn,
        ["revokeOffer"] = MayTakeRole,
        ["endRole"] = MayTakeRole,
        ["breakGlass"] = c => c.May(Permission.BreakGlass, c.Target.Owner),
        // Nobody in the matrix is registered with an identity of their own: there is nothing to erase.
        ["eraseMe"] = _ => false,
        ["erasePerson"] = c => c.May(ErasePeople, Place.Service),
    };

    /// <summary>Whether the caller may do it to the target, once the directives of the schema have let them pass.</summary>
    public static bool Allows(string mutation, MatrixCase asked)
    {
        Assert.True(Rules.ContainsKey(mutation), $"{mutation} has no rule in MutationRules: say who may do it where.");
        return Rules[mutation](asked);
    }

    /// <summary>A workstream is changed by who leads in its network, in the nation, or in the council that leads it.</summary>
    private static bool MayInWorkstream(MatrixCase asked, Permission permission) =>
        asked.May(
            permission,
            !asked.Target.IsWithoutNetwork ? PlaceOfNetwork(asked.Target.Network)
                : asked.Target.LeadCouncil is { } alone ? Place.Council(alone)
                : Place.Nation
        ) || (asked.Target.LeadCouncil is { } lead && asked.May(permission, Place.Council(lead)));

    /// <summary>Beside those who may change all of it, a participating council's people their own action.</summary>
    private static bool MayContribute(MatrixCase asked) =>
        MayInWorkstream(asked, LeadWorkstreams)
        || asked.May(ContributeActions, Place.Council(asked.Target.ActionOwner));

    private static bool MayRecordAppointment(MatrixCase asked) => MayInCouncil(asked, RecordAppointments);

    private static bool MayInCouncil(MatrixCase asked, Permission permission) =>
        asked.May(permission, Place.Council(asked.Target.CouncilOrHelper));

    /// <summary>Of a network that the council is no member of, the agreement is not even there.</summary>
    private static bool MaySign(MatrixCase asked) =>
        asked.May(SignAgreements, Place.Council(asked.Target.CouncilOrHelper)) && !asked.Target.IsCrossed;

    private static bool MayOffer(MatrixCase asked) =>
        asked.May(AssignRoles, asked.Target.Owner)
        || (
            // A council's first data officer, but never an elected member.
            asked.Variant == 0
            && asked.Target.Council is not null
            && asked.Caller.IsHeldAt(asked.Table, PlaceKind.Network)
            && MatrixRoles.AssignsAt(asked.Table, asked.Caller, asked.Target.Owner)
        );

    /// <summary>Broader than giving only for who gave it: nobody of the matrix did.</summary>
    private static bool MayTakeRole(MatrixCase asked) => asked.May(AssignRoles, asked.Target.Owner);
}
