namespace RegionalNetwork.Domain.Kernel;

/// <summary>The wire names of roles, as they stand in development tokens, in the journal and on the command line.</summary>
public static class Roles
{
    private static readonly Dictionary<string, Role> ByName = new(StringComparer.Ordinal)
    {
        ["psw"] = Role.PrincipalSocialWorker,
        ["deputy-psw"] = Role.DeputyPrincipalSocialWorker,
        ["practitioner-champion"] = Role.PractitionerChampion,
        ["data-officer"] = Role.DataOfficer,
        ["approver"] = Role.CouncilApprover,
        ["elected-member"] = Role.ElectedMember,
        ["chair"] = Role.RegionalChair,
        ["coordinator"] = Role.RegionalCoordinator,
        ["analyst"] = Role.RegionalAnalyst,
        ["workstream-lead"] = Role.WorkstreamLead,
        ["sponsor"] = Role.NetworkSponsor,
        ["teaching-partnership"] = Role.TeachingPartnershipLead,
        ["improvement-lead"] = Role.RegionalImprovementLead,
        ["national-office"] = Role.NationalOffice,
        ["national-assurance"] = Role.NationalAssurance,
        ["regulator"] = Role.RegulatorLiaison,
        ["research-partner"] = Role.ResearchPartner,
        ["operator"] = Role.Operator,
    };

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static bool TryParse(string name, out Role role) => ByName.TryGetValue(name, out role);

    public static string NameOf(Role role) => ByName.First(pair => pair.Value == role).Key;
}
