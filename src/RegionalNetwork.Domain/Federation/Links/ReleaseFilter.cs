using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;

namespace RegionalNetwork.Domain.Federation.Links;

/// <summary>
/// What may leave the building. Of a council's returns only approved vintages do that the council has released at least as far as the
/// hub's level, from the day on which others may see them, with what the council explains of their figures; drafts, questions, other
/// notes and vintages in between never do. A node that speaks for a region shows its councils' figures itself: it passes on what it
/// shows, so only what is in its last round.
/// </summary>
public static class ReleaseFilter
{
    /// <summary>What the hub has to be told of a return next; null for nothing.</summary>
    /// <param name="round">The last one of its collection and period; null before it. So too of the other.</param>
    public static QueueMessage? Due(HubLink link, CouncilReturn one, CompiledRound? round, DateOnly today)
    {
        var key = one.Key.ToString();
        var sent = link.Last.GetValueOrDefault(key);
        if (link.Leaving is { } how)
        {
            return how == LeavingHow.WhatWasSentIsWithdrawn && sent is { Kind: MessageKind.Released }
                ? Withdrawal(sent)
                : null;
        }

        if (OpenVintage(link, one, round, today) is { } vintage)
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
    public static ReturnVintage? MayLeave(
        HubLink link,
        CouncilReturn? one,
        CompiledRound? round,
        QueuedMessage message,
        DateOnly today
    ) =>
        message.Kind == MessageKind.Released
        && link.Leaving is null
        && one is not null
        && link.Owns.Own(one.Key.Unit)
        && one.Vintages.ElementAtOrDefault(message.Vintage - 1) is { } vintage
        && vintage.LevelOn(today) >= link.Level
        && IsPassedOn(link, one, vintage, round)
            ? vintage
            : null;

    /// <summary>The newest vintage that the hub may have on a day; null for none.</summary>
    private static ReturnVintage? OpenVintage(HubLink link, CouncilReturn one, CompiledRound? round, DateOnly today) =>
        link.Owns.Own(one.Key.Unit)
        && one.Vintages.FindLast(vintage => vintage.LevelOn(today) >= link.Level) is { } vintage
        && IsPassedOn(link, one, vintage, round)
            ? vintage
            : null;

    private static bool IsPassedOn(HubLink link, CouncilReturn one, ReturnVintage vintage, CompiledRound? round) =>
        !link.Regions.Any()
        || (
            round?.Included.GetValueOrDefault(one.Key.Unit.Key) is { } shown
            && shown.Vintage == vintage.Number
            && shown.Level >= link.Level
        );

    private static QueueMessage Withdrawal(QueuedMessage sent) =>
        new(MessageKind.Withdrawn, sent.Return, sent.Vintage, sent.Level);
}
