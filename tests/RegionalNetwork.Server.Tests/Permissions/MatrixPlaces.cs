using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>Where the matrix takes place: one council with its network, seen from which everything else is another's.</summary>
internal static class MatrixPlaces
{
    /// <summary>Wolverhampton: the council of every council's role in the matrix.</summary>
    public const string Own = "E08000031";

    /// <summary>Coventry: a member of the same network, party to the same agreement.</summary>
    public const string Agreed = "E08000026";

    /// <summary>Dudley: a member of the same network that has signed nothing.</summary>
    public const string Without = "E08000027";

    /// <summary>The City of London: in a network of which the own council is no member.</summary>
    public const string Foreign = "E09000001";

    /// <summary>Solihull: a member of every network, that takes part in every workstream and has no priorities.</summary>
    public const string Helper = "E08000029";

    /// <summary>Sandwell: takes part in nothing until a mutation makes it.</summary>
    public const string Newcomer = "E08000028";

    /// <summary>Bolton: a member of nothing until a mutation makes it.</summary>
    public const string NonMember = "E08000001";

    public const string OwnNetwork = "west-midlands";
    public const string ForeignNetwork = "greater-london";
    public const string NationalNetwork = "english-network";
    public const string Region = "E12000005";
    public const string Year = "2026-27";

    public static DateOnly Today { get; } = new(2026, 4, 15);

    public static IReadOnlyList<string> CouncilCodes { get; } = [Own, Agreed, Without, Foreign];

    public static IReadOnlyList<string> NetworkCodes { get; } = [OwnNetwork, ForeignNetwork, NationalNetwork];

    public static Place PlaceOfNetwork(string network) =>
        network == NationalNetwork ? Place.Nation : Place.Network(network);

    /// <summary>Where a role of the matrix is held.</summary>
    public static Place PlaceAt(PlaceKind kind) =>
        kind switch
        {
            PlaceKind.Council => Place.Council(Own),
            PlaceKind.Network => Place.Network(OwnNetwork),
            PlaceKind.Region => Place.Region(Region),
            PlaceKind.Nation => Place.Nation,
            _ => Place.Service,
        };

    /// <summary>Null for a council of another network.</summary>
    public static Whose? WhoseIs(string council) =>
        council switch
        {
            Own => Whose.Own,
            Agreed => Whose.Agreed,
            Without => Whose.Without,
            _ => null,
        };
}
