namespace RegionalNetwork.Domain.Returns;

/// <summary>A command to the grain of one return.</summary>
public abstract record ReturnCommand(ReturnKey Return);
