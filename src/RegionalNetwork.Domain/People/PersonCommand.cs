namespace RegionalNetwork.Domain.People;

/// <summary>A command to a person's grain, whose key is the person's code.</summary>
/// <param name="Person">An opaque, random code, <c>person-</c> and sixteen hexadecimal digits; never a name.</param>
public abstract record PersonCommand(string Person);
