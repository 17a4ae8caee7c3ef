namespace RegionalNetwork.Domain.Kernel;

/// <summary>
/// Who asks or gives a command, and in which roles today. The journal keeps <see cref="Signature"/> with each event. What a role
/// allows stands in <c>Permissions/PermissionTable</c>.
/// </summary>
/// <param name="Subject">A stable, opaque code of the person or system; never a name.</param>
public sealed record Actor(string Subject, IReadOnlyList<Grant> Grants)
{
    /// <summary>The person for whom a deputy acts, where they say so; then <see cref="Grants"/> are those of that deputyship.</summary>
    public string? OnBehalfOf { get; init; }

    public string Signature => OnBehalfOf is null ? Subject : $"{Subject} on behalf of {OnBehalfOf}";
}

/// <summary>A role that somebody has today, and where.</summary>
public sealed record Grant(Role Role, Place Place)
{
    /// <summary>Whose social work it is about; a role for both covers either.</summary>
    public ServiceScope Scope { get; init; } = ServiceScope.Both;

    /// <summary>Why the glass was broken; null for a role that was given in order.</summary>
    public string? BreakGlassReason { get; init; }
}

/// <summary>What a decision may know beside state and command: who asks, and when.</summary>
public sealed record CommandContext(Actor Actor, DateTimeOffset Now)
{
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);
}
