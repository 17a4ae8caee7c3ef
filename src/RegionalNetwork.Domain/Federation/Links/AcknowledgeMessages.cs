using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Federation.Links;

/// <summary>
/// The hub says how far it got. That counts, also where it is less than before: a hub that lost what it had, since an old backup was
/// restored, is sent it again.
/// </summary>
/// <param name="Quarantined">All that are in quarantine there now.</param>
public sealed record AcknowledgeMessages(long UpTo, IReadOnlyList<QuarantinedMessage> Quarantined) : LinkCommand
{
    internal Decision<LinkEvent> Decide(HubLink? existing, CommandContext context)
    {
        if (existing is not { IsJoined: true })
        {
            return FederationRefusals.NotJoined();
        }

        if (UpTo < 0 || UpTo > existing.Messages.Count)
        {
            return FederationRefusals.AcknowledgedBeyond();
        }

        var isSame =
            existing.Acknowledged == UpTo
            && existing.Quarantined.Select(one => one.Number).SequenceEqual(Quarantined.Select(one => one.Number));
        return isSame
            ? Decision<LinkEvent>.Unchanged
            : new MessagesAcknowledged(UpTo, [.. Quarantined.Take(Limits.QuarantinedPerMember)], context.Now);
    }
}
