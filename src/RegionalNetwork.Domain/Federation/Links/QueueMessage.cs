using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;

namespace RegionalNetwork.Domain.Federation.Links;

/// <summary>The next message to the hub. The same as the last about that return is queued already, and changes nothing.</summary>
public sealed record QueueMessage(MessageKind Kind, string Return, int Vintage, ReleaseLevel Level) : LinkCommand
{
    internal Decision<LinkEvent> Decide(HubLink? existing, CommandContext context) =>
        existing is not { IsJoined: true } ? FederationRefusals.NotJoined()
        : existing.Last.GetValueOrDefault(Return) is { } last && Says(last) ? Decision<LinkEvent>.Unchanged
        : Next(existing, context);

    private bool Says(QueuedMessage last) => (last.Kind, last.Vintage, last.Level) == (Kind, Vintage, Level);

    internal Decision<LinkEvent> Next(HubLink link, CommandContext context) =>
        link.Messages.Count >= Limits.MessagesPerLink
            ? FederationRefusals.OutboxFull()
            : new MessageQueued(link.Messages.Count + 1, Kind, Return, Vintage, Level, context.Now);
}

/// <summary>What was last sent of a return is sent again: the hub refused it, and would take it now.</summary>
public sealed record ResendReturn(string Return) : LinkCommand
{
    internal Decision<LinkEvent> Decide(HubLink? existing, CommandContext context) =>
        !JoinHub.IsPermitted(context.Actor) ? FederationRefusals.NotPermitted
        : existing is not { IsJoined: true } ? FederationRefusals.NotJoined()
        : existing.Last.GetValueOrDefault(Return) is not { } last ? FederationRefusals.NothingSent()
        : new QueueMessage(last.Kind, last.Return, last.Vintage, last.Level).Next(existing, context);
}
