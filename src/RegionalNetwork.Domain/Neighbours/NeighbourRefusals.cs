using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Neighbours;

/// <summary>Why a neighbour model could not be imported. Codes are stable.</summary>
public static class NeighbourRefusals
{
    public static Refusal Empty() => new("NEIGHBOURS_MISSING", "Give the neighbours of at least one council.", "sets");

    public static Refusal CouncilTwice(string council) =>
        new("COUNCIL_TWICE", $"Give the neighbours of {council} once.", "sets", council);

    public static Refusal Number(string council) =>
        new("NEIGHBOURS_NUMBER", $"Give 1 to {Limits.NeighboursPerCouncil} neighbours of {council}.", "sets", council);

    public static Refusal NeighbourTwice(string council) =>
        new("NEIGHBOUR_TWICE", $"Give each neighbour of {council} once, and not the council itself.", "sets", council);
}
