using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Publications;

/// <summary>Something to do with one publication: <see cref="ImportVintage"/> or <see cref="RecordStatements"/>.</summary>
public abstract record PublicationCommand(PublicationId Publication)
{
    /// <summary>Decides without side effects; equal inputs give equal decisions.</summary>
    public abstract Decision<PublicationEvent> Decide(PublicationState state, CommandContext context);
}
