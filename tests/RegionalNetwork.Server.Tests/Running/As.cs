using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Server.Tests.Running;

/// <summary>Who sends a request.</summary>
internal static class As
{
    public const Actor? Anonymous = null;

    public static Actor Operator { get; } = new("test:operator", [Role.Operator], null, null);

    public static Actor NationalOffice { get; } = new("test:national-office", [Role.NationalOffice], null, null);

    public static Actor Psw(string council) => new($"test:psw-{council}", [Role.PrincipalSocialWorker], council, null);

    public static Actor DataOfficer(string council) =>
        new($"test:data-officer-{council}", [Role.DataOfficer], council, null);

    public static Actor Coordinator(string network) =>
        new($"test:coordinator-{network}", [Role.RegionalCoordinator], null, network);
}
