using RegionalNetwork.Domain.Returns;

namespace RegionalNetwork.Domain.Federation.Links;

/// <summary>
/// What may leave the building. Of a council's returns only approved vintages do that the council has released at least as far as the
/// hub's level, from the day on which others may see them, with what the council explains of their figures; drafts, questions, other
/// notes and vintages in between never do.
/// </summary>
public static class ReleaseFilter
{
    /// <summary>What the hub has to be told of a return next; null for nothing.</summary>
    public static QueueMessage? Due(HubLink link, CouncilReturn one, DateOnly today)
    {
        var key = one.Key.ToString();
        var sent = link.Last.GetValueOrDefault(key);
        if (link.Leaving is { } how)
        {
            return how == LeavingHow.WhatWasSentIsWithdrawn && sent is { Kind: MessageKind.Released }
                ? Withdrawal(sent)
                : null;
        }

        if (OpenVintage(link, one, today) is { } vintage)
        {
            var level = vintage.LevelOn(today)!.Value;
            return sent is { Kind: MessageKind.Released } && (sent.Vintage, sent.Level) == (vintage.Number, level)
                ? null
                : new QueueMessage(MessageKind.Released, key, vintage.Number, level);
        }

        // An older vintage that the hub has may still stand, or be withdrawn with all before it.
        return sent is { Kind: MessageKind.Released } && one.Vintages[sent.Vintage - 1].WithdrawnOn is not null
            ? Withdrawal(sent)
            : null;
    }

    /// <summary>
    /// The vintage that a message is about, if it may leave at the moment of sending; null where it was withdrawn since, is not to be
    /// seen yet, or is not this node's to send: then the message is sent as void, so that the hub's count goes on.
    /// </summary>
    public static ReturnVintage? MayLeave(HubLink link, CouncilReturn? one, QueuedMessage message, DateOnly today) =>
        message.Kind == MessageKind.Released
        && link.Leaving is null
        && one is not null
        && link.Owns.Own(one.Key.Unit)
        && one.Vintages.ElementAtOrDefault(message.Vintage - 1) is { } vintage
        && vintage.LevelOn(today) >= link.Level
            ? vintage
            : null;

    /// <summary>The newest vintage that the hub may have on a day; null for none.</summary>
    private static ReturnVintage? OpenVintage(HubLink link, CouncilReturn one, DateOnly today) =>
        link.Owns.Own(one.Key.Unit) ? one.Vintages.FindLast(vintage => vintage.LevelOn(today) >= link.Level) : null;

    private static QueueMessage Withdrawal(QueuedMessage sent) =>
        new(MessageKind.Withdrawn, sent.Return, sent.Vintage, sent.Level);
}
