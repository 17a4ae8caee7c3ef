namespace RegionalNetwork.Domain.Disclosure;

/// <summary>What kind of area a line adds up. A network counts as below the region: it can be any few councils.</summary>
public enum LineLevel
{
    Network,
    Region,
    England,
}
