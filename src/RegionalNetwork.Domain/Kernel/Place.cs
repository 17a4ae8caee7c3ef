namespace RegionalNetwork.Domain.Kernel;

/// <summary>Where a role is held, or whose a thing is.</summary>
/// <param name="Code">A council's nine-character code, a network's identifier or a region's code; empty for the other kinds.</param>
public readonly record struct Place(PlaceKind Kind, string Code)
{
    public static Place Nation { get; } = new(PlaceKind.Nation, "");

    public static Place Service { get; } = new(PlaceKind.Service, "");

    public static Place Council(string code) => new(PlaceKind.Council, code);

    public static Place Network(string id) => new(PlaceKind.Network, id);

    public static Place Region(string code) => new(PlaceKind.Region, code);

    /// <summary>Whether who has a role here has it for a thing that is there. The service is everywhere.</summary>
    public bool Covers(Place other) => Kind == PlaceKind.Service || this == other;
}

public enum PlaceKind
{
    Council,
    Network,
    Region,

    /// <summary>England as a whole, and its national networks.</summary>
    Nation,

    /// <summary>This service itself: what its operators run.</summary>
    Service,
}
