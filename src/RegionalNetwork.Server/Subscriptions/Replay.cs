using System.Runtime.CompilerServices;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Subscriptions;

/// <summary>
/// The journal as one subscription reads it. What is to come is free, since somebody else writes it and no faster than the journal
/// takes it. What was there when the subscription began is read and answered at the pace of the caller's budget: otherwise
/// <c>after: "0"</c>, asked for again and again, would be the way round it.
/// </summary>
/// <param name="eventUnits">What it costs to answer one event.</param>
/// <param name="began">The last entry that is paid for.</param>
/// <param name="spending">Null where nobody has a budget.</param>
internal sealed class Replay(JournalTail tail, double eventUnits, JournalPosition began, Spending? spending)
{
    /// <param name="request">That the subscription begins with.</param>
    public static Replay Before(NetworkRequest request) =>
        new(request.Host.Tail, request.CostUnits, request.Host.Journal.Head, request.Spending);

    /// <inheritdoc cref="JournalTail.FollowAsync"/>
    public async IAsyncEnumerable<JournalEntry> FollowAsync(
        JournalPosition after,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var entry in tail.FollowAsync(after, cancellation))
        {
            await PayAsync(entry.Position, RateLimits.ReplayedEntryUnits, cancellation);
            yield return entry;
        }
    }

    /// <summary>To be called before an event is answered: one that is replayed costs what the operation does.</summary>
    public ValueTask PayForEventAsync(JournalPosition at, CancellationToken cancellation) =>
        PayAsync(at, eventUnits, cancellation);

    private ValueTask PayAsync(JournalPosition at, double units, CancellationToken cancellation) =>
        spending is null || at > began ? ValueTask.CompletedTask : spending.PayInTimeAsync(units, cancellation);
}
