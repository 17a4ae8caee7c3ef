namespace RegionalNetwork.Domain.Kernel;

/// <summary>
/// What somebody does in the network. The wire names (<c>psw</c>, <c>data-officer</c> ...) are in <see cref="Roles"/>; what each may
/// see and do is in <c>Permissions/PermissionTable</c>.
/// </summary>
public enum Role
{
    /// <summary>A council's Principal Social Worker, of children's or adults' social work or both.</summary>
    PrincipalSocialWorker,

    /// <summary>Stands in for a Principal Social Worker or shares the role, within dates.</summary>
    DeputyPrincipalSocialWorker,

    /// <summary>Carries practitioners' voice to the Principal Social Worker: a PSW buddy, a Munro champion.</summary>
    PractitionerChampion,

    /// <summary>A council's data or performance officer.</summary>
    DataOfficer,

    /// <summary>A council's director of children's or adults' services, or who they delegated approval to.</summary>
    CouncilApprover,

    /// <summary>A councillor or lay member of a council.</summary>
    ElectedMember,

    /// <summary>Chairs a regional network, alone or with others.</summary>
    RegionalChair,

    /// <summary>Runs a regional network: memberships, workstreams, meetings.</summary>
    RegionalCoordinator,

    /// <summary>Validates and compares the figures of a regional network.</summary>
    RegionalAnalyst,

    /// <summary>Leads a workstream of a regional network.</summary>
    WorkstreamLead,

    /// <summary>The director of a council who sponsors a regional network.</summary>
    NetworkSponsor,

    /// <summary>A teaching partnership's lead in a regional network.</summary>
    TeachingPartnershipLead,

    /// <summary>The Department for Education's improvement and support lead of a region.</summary>
    RegionalImprovementLead,

    /// <summary>The Chief Social Worker's office.</summary>
    NationalOffice,

    /// <summary>The national panel and the inspectorates: they count who has responded.</summary>
    NationalAssurance,

    /// <summary>The regulator's lead for a region.</summary>
    RegulatorLiaison,

    /// <summary>A university or other research partner.</summary>
    ResearchPartner,

    /// <summary>Runs the service: imports official statistics, sets up networks. Sees no unpublished content.</summary>
    Operator,
}
