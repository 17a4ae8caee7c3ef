using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Networks;

/// <summary>Why a network could not be founded or changed. Codes are stable.</summary>
public static class NetworkRefusals
{
    public static Refusal NotFound(string id) =>
        new("NETWORK_NOT_FOUND", $"There is no network '{id}'. Check the identifier, or found it first.", "network");

    public static Refusal RegionNotFound() =>
        new(
            "REGION_NOT_FOUND",
            "Give the code of one of the nine regions, E12000001 to E12000009, or leave it out.",
            "regionCode"
        );

    public static Refusal ReservedId() =>
        new("ID_RESERVED", "'national' means the nation's priorities. Choose another identifier.", "network");

    public static Refusal AlreadyMember(string council) =>
        new(
            "ALREADY_MEMBER",
            $"{council} is a member on that day or later. Give a first day after its last membership ended.",
            "joinedOn"
        );

    public static Refusal NotMember(string council) =>
        new("NOT_A_MEMBER", $"{council} has no membership that could end. Check the council.", "council");
}
