namespace RegionalNetwork.EventSourcing.Grains;

/// <summary>A command on its way to a grain.</summary>
/// <param name="CommandId">
/// Made by the client, who repeats it when in doubt: a command that caused events causes them once. It counts within
/// the grain.
/// </param>
/// <param name="Actor">Who asks; kept with the events.</param>
public sealed record GrainCommand<TCommand>(string CommandId, string Actor, TCommand Command);
