namespace RegionalNetwork.Domain.Workstreams;

/// <summary>A command to a workstream's grain.</summary>
/// <param name="Workstream">The grain's key.</param>
public abstract record WorkstreamCommand(string Workstream);

/// <summary>A command about one action, which its owner's Principal Social Worker may give too.</summary>
/// <param name="Id">The action's identifier, unique within the workstream.</param>
public abstract record ActionCommand(string Workstream, string Id) : WorkstreamCommand(Workstream);
