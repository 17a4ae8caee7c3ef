using System.Text;
using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.Domain.Returns.Commands;
using RegionalNetwork.Server.Returns;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Federation.Links;

/// <summary>Makes the next batch: of each message what may leave at this moment, and no more.</summary>
internal static class OutgoingBatch
{
    /// <summary>What one sum takes in a batch, at least.</summary>
    private const int CharactersOfSum = 100;

    public static Batch Of(NetworkSnapshot snapshot, ReturnCollections collections, HubLink link, DateOnly today)
    {
        var messages = new List<BatchMessage>();
        var characters = 0;
        foreach (var queued in link.Messages.Skip((int)link.Acknowledged).Take(FederationLimits.BatchMessages))
        {
            var message = Message(snapshot, collections, link, queued, today);
            characters += CharactersOf(message);
            if (messages.Count > 0 && characters > FederationLimits.BatchCharacters)
            {
                break;
            }

            messages.Add(message);
        }

        return Hello(link) with
        {
            Messages = messages,
        };
    }

    /// <summary>A batch without messages.</summary>
    public static Batch Hello(HubLink link) =>
        new(link.Enrolment, link.Messages.Count, link.BehindSince, IsLeaving: false, []);

    private static BatchMessage Plain(long number, BatchMessageKind kind, string about) =>
        new(number, kind, about, null, null, null, null);

    private static BatchMessage Priority(
        NetworkSnapshot snapshot,
        HubLink link,
        QueuedMessage message,
        DateOnly today
    ) =>
        PriorityAddress.Find(message.Return) is { } address
        && PriorityFilter.MayLeave(link, snapshot.Councils.PrioritiesOf(address.Council), address.Id, today)
            is { } shown
            ? Plain(message.Number, BatchMessageKind.PriorityShown, message.Return) with
            {
                Priority = shown,
            }
            : Void(message.Number);

    /// <summary>Of the last round; one that was queued before is queued again for it.</summary>
    private static BatchMessage Sums(
        NetworkSnapshot snapshot,
        ReturnCollections collections,
        HubLink link,
        QueuedMessage message
    )
    {
        if (
            SumsAddress.Find(message.Return) is not { } address
            || collections.Find(address.Collection) is not { } found
        )
        {
            return Void(message.Number);
        }

        var shown = snapshot.Returned.ShownIn(address.Collection, address.Period);
        var sums =
            message.Vintage == 0 ? []
            : SumsFilter.MayLeave(link, address) && shown?.Round.Number == message.Vintage
                ? shown.SumsOf(address.Region)
            : null;
        return sums is null
            ? Void(message.Number)
            : Plain(message.Number, BatchMessageKind.Sums, message.Return) with
            {
                Version = found.Version,
                Sums = sums,
            };
    }

    private static BatchMessage Void(long number) => Plain(number, BatchMessageKind.Void, about: "");

    private static int CharactersOf(BatchMessage message) =>
        (message.Table?.Length ?? 0)
        + (message.Sums?.Count ?? 0) * CharactersOfSum
        + (message.Priority?.Details.Rationale?.Length ?? 0)
        + (message.Explanations?.Sum(one => one.Field.Length + one.Item.Length + one.Text.Length) ?? 0);

    private static BatchMessage Message(
        NetworkSnapshot snapshot,
        ReturnCollections collections,
        HubLink link,
        QueuedMessage message,
        DateOnly today
    )
    {
        switch (message.Kind)
        {
            case MessageKind.Withdrawn:
                return Plain(message.Number, BatchMessageKind.Withdrawn, message.Return);
            case MessageKind.PriorityHidden:
                return Plain(message.Number, BatchMessageKind.PriorityHidden, message.Return);
            case MessageKind.PriorityShown:
                return Priority(snapshot, link, message, today);
            case MessageKind.Sums:
                return Sums(snapshot, collections, link, message);
        }

        return Release(snapshot, collections, link, message, today) ?? Void(message.Number);
    }

    /// <summary>Null where it may not leave any more.</summary>
    private static BatchMessage? Release(
        NetworkSnapshot snapshot,
        ReturnCollections collections,
        HubLink link,
        QueuedMessage message,
        DateOnly today
    )
    {
        if (
            ReturnKey.Find(message.Return) is not { } key
            || collections.Find(key.Collection) is not { } collection
            || ReturnPeriod.Find(collection, key.Period) is not { } period
            || snapshot.Returns.LastRound(key.Collection, key.Period) is var round
                && ReleaseFilter.MayLeave(link, snapshot.Returns.Find(key), round, message, today) is not { } vintage
        )
        {
            return null;
        }

        var figures = link.Regions.Any()
            ? snapshot.Returned.ShownIn(key.Collection, key.Period)!.Masked(round!.Included[key.Unit.Key])
            : vintage.Content.Figures;
        var level = vintage.LevelOn(today)!.Value;
        var explanations = ReceiveReturn.OfCouncil(vintage.Content.Explanations);
        var table = ReturnTemplate.Write(new ReturnAddress(collection, period, key.Unit), figures);
        return new BatchMessage(
            message.Number,
            BatchMessageKind.Released,
            message.Return,
            vintage.Content.Version,
            level,
            vintage.OpenSince(level, today),
            Encoding.UTF8.GetString(table)
        )
        {
            Explanations = explanations.Count > 0 ? explanations : null,
        };
    }
}
