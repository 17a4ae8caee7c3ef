namespace RegionalNetwork.Domain.Kernel;

/// <summary>What somebody does in the network. The wire names (<c>psw</c>, <c>data-officer</c> ...) are in <see cref="Roles"/>.</summary>
public enum Role
{
    /// <summary>A council's Principal Social Worker, or a deputy.</summary>
    PrincipalSocialWorker,

    /// <summary>A council's data or performance officer.</summary>
    DataOfficer,

    /// <summary>Runs a regional network: memberships, workstreams, meetings.</summary>
    RegionalCoordinator,

    /// <summary>The Chief Social Worker's office.</summary>
    NationalOffice,

    /// <summary>Runs the service: imports official statistics, sets up networks.</summary>
    Operator,
}

/// <summary>Who gives a command. Every command carries one; the journal keeps its <see cref="Subject"/> with each event.</summary>
/// <param name="Subject">A stable, opaque identifier of the person or system, as their issuer names them.</param>
/// <param name="Council">ONS code of the council that they act for, if any.</param>
/// <param name="Network">Identifier of the network that they act for, if any.</param>
public sealed record Actor(string Subject, IReadOnlyList<Role> Roles, string? Council, string? Network)
{
    public bool Is(Role role) => Roles.Contains(role);

    public bool ActsFor(string council) => Council == council;
}

/// <summary>What a decision may know beside state and command: who asks, and when.</summary>
public sealed record CommandContext(Actor Actor, DateTimeOffset Now)
{
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);
}
