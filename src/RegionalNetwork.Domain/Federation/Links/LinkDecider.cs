using System.Collections.Immutable;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Federation.Links;

/// <summary>What the link's grain knows: nothing before this node joins a hub.</summary>
public sealed record LinkState(HubLink? Link)
{
    public static LinkState Initial { get; } = new((HubLink?)null);
}

/// <summary>The grain of the link to this node's hub: joined, message after message, left.</summary>
public static class LinkDecider
{
    public static Decision<LinkEvent> Decide(LinkState state, LinkCommand command, CommandContext context) =>
        command switch
        {
            JoinHub join => join.Decide(state.Link, context),
            QueueMessage queue => queue.Decide(state.Link, context),
            ResendReturn resend => resend.Decide(state.Link, context),
            AcknowledgeMessages acknowledge => acknowledge.Decide(state.Link, context),
            LeaveHub leave => leave.Decide(state.Link, context),
            EndLink end => end.Decide(state.Link, context),
            _ => throw new ArgumentException($"{command.GetType().Name} has no rule here.", nameof(command)),
        };

    public static LinkState Evolve(LinkState state, LinkEvent happened) => new(Apply(state.Link, happened));

    /// <summary>An event that cannot follow is a bug, and throws.</summary>
    private static HubLink Apply(HubLink? before, LinkEvent happened) =>
        happened is HubJoined joined
            ? Joined(joined)
            : ApplyTo(
                before ?? throw new ArgumentException($"{happened.GetType().Name} before joining.", nameof(happened)),
                happened
            );

    private static HubLink Joined(HubJoined joined) =>
        new(
            joined.Member,
            joined.Enrolment,
            joined.Url,
            joined.HubKey,
            joined.Owns,
            joined.Level,
            [],
            ImmutableDictionary<string, QueuedMessage>.Empty,
            0,
            [],
            null,
            null,
            null
        );

    private static HubLink ApplyTo(HubLink link, LinkEvent happened)
    {
        switch (happened)
        {
            case MessageQueued queued:
                var message = new QueuedMessage(
                    queued.Number,
                    queued.Kind,
                    queued.Return,
                    queued.Vintage,
                    queued.Level,
                    queued.At
                );
                return link with
                {
                    Messages = link.Messages.Add(message),
                    Last = link.Last.SetItem(message.Return, message),
                };
            case MessagesAcknowledged acknowledged:
                return link with
                {
                    Acknowledged = acknowledged.UpTo,
                    Quarantined = [.. acknowledged.Quarantined],
                    AcknowledgedAt = acknowledged.At,
                };
            case HubLeaving leaving:
                return link with { Leaving = leaving.How };
            case HubLeft left:
                return link with { LeftAt = left.At };
            default:
                throw new ArgumentException($"{happened.GetType().Name} is not known here.", nameof(happened));
        }
    }
}
