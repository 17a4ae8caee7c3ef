namespace RegionalNetwork.Domain.Federation.Members;

/// <summary>A command to the grain of one member node, whose key is the name that the hub gave it.</summary>
public abstract record MemberCommand(string Member);
