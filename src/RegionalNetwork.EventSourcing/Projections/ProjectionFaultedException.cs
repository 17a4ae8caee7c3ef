namespace RegionalNetwork.EventSourcing.Projections;

/// <summary>
/// The projection has stopped for good; readers keep its last snapshot, nobody can wait for a later one.
/// </summary>
public sealed class ProjectionFaultedException(string message, Exception innerException)
    : Exception(message, innerException);
