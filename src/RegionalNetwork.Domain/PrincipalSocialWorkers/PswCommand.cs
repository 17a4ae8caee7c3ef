namespace RegionalNetwork.Domain.PrincipalSocialWorkers;

/// <summary>A command to a Principal Social Worker's grain.</summary>
/// <param name="Psw">The grain's key: an opaque identifier of the person.</param>
public abstract record PswCommand(string Psw);
