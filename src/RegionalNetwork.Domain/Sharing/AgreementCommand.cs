namespace RegionalNetwork.Domain.Sharing;

/// <summary>A command to a sharing agreement's grain, whose key is the agreement's identifier.</summary>
public abstract record AgreementCommand(string Agreement);
