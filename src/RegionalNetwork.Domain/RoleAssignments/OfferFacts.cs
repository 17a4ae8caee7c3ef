namespace RegionalNetwork.Domain.RoleAssignments;

/// <summary>What a decision about an offer needs to know of the rest of the network, read by who sends the command.</summary>
/// <param name="PlaceExists">Asked for a network only; councils and regions are in the register.</param>
/// <param name="IsInActorsNetwork">The place is a council, today a member of a network where the actor may assign roles.</param>
/// <param name="IsHeld">Somebody has the same role there today, for the same service.</param>
/// <param name="OpenOffers">How many offers of the actor can still be accepted.</param>
/// <param name="Principal">The assignment on whose behalf a deputy is to act, if the command names one.</param>
public sealed record OfferFacts(
    bool PlaceExists,
    bool IsInActorsNetwork,
    bool IsHeld,
    int OpenOffers,
    RoleAssignment? Principal
);
