using System.Globalization;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Pages;

/// <summary>Roles, places and days as people say them.</summary>
internal static class RoleWords
{
    public static string Of(Role role) =>
        role switch
        {
            Role.PrincipalSocialWorker => "Principal Social Worker",
            Role.DeputyPrincipalSocialWorker => "Deputy Principal Social Worker",
            Role.PractitionerChampion => "Practitioner champion",
            Role.DataOfficer => "Data officer",
            Role.CouncilApprover => "Approver",
            Role.ElectedMember => "Elected or lay member",
            Role.RegionalChair => "Chair",
            Role.RegionalCoordinator => "Coordinator",
            Role.RegionalAnalyst => "Analyst",
            Role.WorkstreamLead => "Workstream lead",
            Role.NetworkSponsor => "Sponsoring director",
            Role.TeachingPartnershipLead => "Teaching partnership lead",
            Role.RegionalImprovementLead => "Regional improvement lead",
            Role.NationalOffice => "National office",
            Role.NationalAssurance => "National assurance",
            Role.RegulatorLiaison => "Regulator's lead",
            Role.ResearchPartner => "Research partner",
            Role.Operator => "Operator",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "This role has no words."),
        };

    /// <summary>With the service, where the role is of one of the two.</summary>
    public static string Of(RoleAssignment assignment)
    {
        var name = assignment.Glass is null ? Of(assignment.Terms.Role) : "Emergency access (broken glass)";
        return assignment.Terms.Scope switch
        {
            ServiceScope.Childrens => $"{name}, children's services",
            ServiceScope.Adults => $"{name}, adults' services",
            _ => name,
        };
    }

    public static string Of(Place place, NetworkSnapshot snapshot) =>
        place.Kind switch
        {
            PlaceKind.Council => CouncilRegister.England.Find(place.Code)?.Name ?? place.Code,
            PlaceKind.Network => snapshot.Networks.Find(place.Code)?.Details.Name ?? place.Code,
            PlaceKind.Region => CouncilRegister.England.FindRegion(place.Code)?.Name ?? place.Code,
            PlaceKind.Nation => "England",
            _ => "This service",
        };

    public static string Of(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("d MMMM yyyy 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
