namespace RegionalNetwork.EventSourcing.Grains;

/// <summary>
/// A limit on waiting work is reached. Nothing was done; the same command may be sent again after a pause.
/// </summary>
public sealed class GrainBusyException(string message) : Exception(message);
