namespace RegionalNetwork.Domain.RoleAssignments;

/// <summary>A command to a role assignment's grain, whose key is the assignment's opaque code.</summary>
public abstract record RoleAssignmentCommand(string Assignment);
