using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Server.CommandLine;

/// <summary>Where a role is held, from the options of a command: the permission table says which kind of place it takes.</summary>
/// <param name="Fault">What to add or mend; null where the place is good.</param>
internal readonly record struct RolePlace(Place Place, string? Fault)
{
    public static RolePlace Find(Role role, string? council, string? network, string? region)
    {
        var kind = PermissionTable.Of(role).At;
        return kind switch
        {
            PlaceKind.Council => OfCouncil(role, council),
            PlaceKind.Network => network is not null && Identifier.IsValid(network)
                ? new(Place.Network(network), null)
                : Missing(role, "network", "--network with its code"),
            PlaceKind.Region => region is not null && CouncilRegister.England.FindRegion(region) is { } found
                ? new(Place.Region(found.Code), null)
                : Missing(role, "region", "--region with its code, such as E12000005"),
            PlaceKind.Nation => new(Place.Nation, null),
            _ => new(Place.Service, null),
        };
    }

    private static RolePlace OfCouncil(Role role, string? code)
    {
        if (code is null)
        {
            return Missing(role, "council", "--council with its ONS code");
        }

        return CouncilRegister.England.Find(code) is { } council
            ? new(Place.Council(council.Code), null)
            : new(default, $"No council has the code {code}. Use an ONS code such as E08000031.");
    }

    private static RolePlace Missing(Role role, string kind, string option) =>
        new(default, $"A {Roles.NameOf(role)} acts for a {kind}: add {option}.");
}
