using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Returns;

namespace RegionalNetwork.Domain.Federation.Links;

/// <summary>
/// What of a council's priorities may leave the building: those that the council shows at least as far as the hub's level, as they
/// stand when they are sent. What only its own people see never does, nor what one said before.
/// </summary>
public static class PriorityFilter
{
    /// <summary>What the hub has to be told of a priority next; null for nothing.</summary>
    public static QueueMessage? Due(HubLink link, Priority priority, DateOnly today)
    {
        var address = new PriorityAddress(priority.Owner, priority.Id).ToString();
        var sent = link.Last.GetValueOrDefault(address);
        var isSent = sent is { Kind: MessageKind.PriorityShown };
        var hiding = isSent ? new QueueMessage(MessageKind.PriorityHidden, address, sent!.Vintage, sent.Level) : null;
        if (link.Leaving is { } how)
        {
            return how == LeavingHow.WhatWasSentIsWithdrawn ? hiding : null;
        }

        if (OpenLevel(link, priority, today) is not { } level)
        {
            return hiding;
        }

        return isSent && (sent!.Vintage, sent.Level) == (priority.Changes, level)
            ? null
            : new QueueMessage(MessageKind.PriorityShown, address, priority.Changes, level);
    }

    /// <summary>What may be said of a priority at the moment of sending; null where it is not to be shown any more.</summary>
    /// <param name="book">All of its council.</param>
    public static ShownPriority? MayLeave(HubLink link, PriorityBook book, string id, DateOnly today) =>
        link.Leaving is null && book.Find(id) is { } priority && OpenLevel(link, priority, today) is not null
            ? new ShownPriority(
                priority.Year,
                priority.Details,
                priority.Status,
                priority.ApprovedBy,
                priority.Audience,
                [.. book.In(priority.Year).Where(one => OpenLevel(link, one, today) is not null).Select(one => one.Id)]
            )
            : null;

    /// <summary>How far the hub may have it; null for not at all.</summary>
    private static ReleaseLevel? OpenLevel(HubLink link, Priority priority, DateOnly today) =>
        priority.Since <= today
        && link.Owns.Own(priority.Owner)
        && ShownPriority.LevelOf(priority.Audience) is { } level
        && level >= link.Level
            ? level
            : null;
}
