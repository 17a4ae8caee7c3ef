using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Server.Tests.Running;

/// <summary>Who sends a request.</summary>
internal static class As
{
    public const Actor? Anonymous = null;

    /// <summary>Everything that a role may do, everywhere: for tests that are not about permissions.</summary>
    public static Actor AllRoles { get; } =
        new("test:all-roles", [.. Enum.GetValues<Role>().Select(role => new Grant(role, Place.Service))]);

    public static Actor Operator { get; } = new("test:operator", [new(Role.Operator, Place.Service)]);

    public static Actor NationalOffice { get; } = new("test:national-office", [new(Role.NationalOffice, Place.Nation)]);

    public static Actor Psw(string council) => At(council, Role.PrincipalSocialWorker, "psw");

    public static Actor Approver(string council) => At(council, Role.CouncilApprover, "approver");

    public static Actor DataOfficer(string council) => At(council, Role.DataOfficer, "data-officer");

    public static Actor Coordinator(string network) =>
        new($"test:coordinator-{network}", [new(Role.RegionalCoordinator, Place.Network(network))]);

    private static Actor At(string council, Role role, string name) =>
        new($"test:{name}-{council}", [new(role, Place.Council(council))]);
}
