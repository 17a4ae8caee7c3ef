namespace RegionalNetwork.Domain.Kernel;

/// <summary>The wire names of roles, as they stand in tokens and on the command line.</summary>
public static class Roles
{
    private static readonly Dictionary<string, Role> ByName = new(StringComparer.Ordinal)
    {
        ["psw"] = Role.PrincipalSocialWorker,
        ["data-officer"] = Role.DataOfficer,
        ["coordinator"] = Role.RegionalCoordinator,
        ["national-office"] = Role.NationalOffice,
        ["operator"] = Role.Operator,
    };

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static bool TryParse(string name, out Role role) => ByName.TryGetValue(name, out role);

    public static string NameOf(Role role) => ByName.First(pair => pair.Value == role).Key;
}
