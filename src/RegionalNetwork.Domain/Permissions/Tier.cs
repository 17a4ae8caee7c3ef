namespace RegionalNetwork.Domain.Permissions;

/// <summary>How far a thing has been let out, from a council's own draft to everybody.</summary>
public enum Tier
{
    /// <summary>T0: a council's draft, for the council alone.</summary>
    CouncilDraft,

    /// <summary>T1: approved by the council, still for the council alone.</summary>
    CouncilApproved,

    /// <summary>T2: with the council's name, for the members of a network.</summary>
    NetworkNamed,

    /// <summary>T3: for the members of a network, without councils' names.</summary>
    NetworkAnonymised,

    /// <summary>T4: of a region or network as a whole.</summary>
    RegionalAggregate,

    /// <summary>T5: of England as a whole.</summary>
    NationalAggregate,

    /// <summary>T6: published.</summary>
    Public,
}
