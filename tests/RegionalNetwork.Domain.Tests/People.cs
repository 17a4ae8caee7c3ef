using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Tests;

/// <summary>Who gives commands in tests, and the places they are from.</summary>
internal static class People
{
    public const string Wolverhampton = "E08000031";
    public const string Coventry = "E08000026";
    public const string Dudley = "E08000027";
    public const string WestMidlands = "west-midlands";

    public static readonly Actor Operator = new("op", [Role.Operator], null, null);
    public static readonly Actor NationalOffice = new("office", [Role.NationalOffice], null, null);
    public static readonly Actor Coordinator = new("wm", [Role.RegionalCoordinator], null, WestMidlands);
    public static readonly Actor OtherCoordinator = new("se", [Role.RegionalCoordinator], null, "south-east");

    public static Actor PswOf(string council) => new("psw", [Role.PrincipalSocialWorker], council, null);

    public static Actor DataOfficerOf(string council) => new("data", [Role.DataOfficer], council, null);
}
