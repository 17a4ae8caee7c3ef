using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Tests;

/// <summary>Who gives commands in tests, and the places they are from.</summary>
internal static class People
{
    public const string Wolverhampton = "E08000031";
    public const string Coventry = "E08000026";
    public const string Dudley = "E08000027";
    public const string WestMidlands = "west-midlands";

    /// <summary>Everything that a role may do, everywhere: for tests that are not about permissions.</summary>
    public static readonly Actor AllRoles = new(
        "all",
        [.. Enum.GetValues<Role>().Select(role => new Grant(role, Place.Service))]
    );

    public static readonly Actor Operator = new("op", [new(Role.Operator, Place.Service)]);
    public static readonly Actor NationalOffice = new("office", [new(Role.NationalOffice, Place.Nation)]);
    public static readonly Actor Coordinator = new("wm", [new(Role.RegionalCoordinator, Place.Network(WestMidlands))]);
    public static readonly Actor OtherCoordinator = new(
        "se",
        [new(Role.RegionalCoordinator, Place.Network("south-east"))]
    );

    public static Actor PswOf(string council) => At(council, Role.PrincipalSocialWorker, "psw");

    public static Actor ApproverOf(string council) => At(council, Role.CouncilApprover, "approver");

    public static Actor DataOfficerOf(string council) => At(council, Role.DataOfficer, "data");

    private static Actor At(string council, Role role, string subject) =>
        new(subject, [new(role, Place.Council(council))]);
}
