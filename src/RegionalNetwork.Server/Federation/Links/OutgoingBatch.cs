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
            : Plain(message.Number, BatchMessageKind.Void, about: "");

    private static int CharactersOf(BatchMessage message) =>
        (message.Table?.Length ?? 0)
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
        }

        var one = ReturnKey.Find(message.Return) is { } key ? snapshot.Returns.Find(key) : null;
        if (
            ReleaseFilter.MayLeave(link, one, message, today) is not { } vintage
            || collections.Find(one!.Key.Collection) is not { } collection
            || ReturnPeriod.Find(collection, one.Key.Period) is not { } period
        )
        {
            return Plain(message.Number, BatchMessageKind.Void, about: "");
        }

        var level = vintage.LevelOn(today)!.Value;
        var explanations = ReceiveReturn.OfCouncil(vintage.Content.Explanations);
        var table = ReturnTemplate.Write(new ReturnAddress(collection, period, one.Key.Unit), vintage.Content.Figures);
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
