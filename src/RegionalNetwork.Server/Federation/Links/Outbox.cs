using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.Federation.Links;

/// <summary>Queues what the hub has to be told, in the journal: what is queued is sent, whatever stops and starts in between.</summary>
internal sealed class Outbox(NetworkHost network)
{
    private (ReturnDirectory, CouncilsView)? _looked;
    private LeavingHow? _leaving;
    private string? _member;
    private DateOnly _day;

    /// <summary>Looks through all returns and priorities when one of them, the day or the link has changed.</summary>
    public async Task QueueAsync(HubLink link, DateOnly today, CancellationToken cancellation)
    {
        var snapshot = network.Projection.Current.Snapshot;
        var (returns, councils) = (snapshot.Returns, snapshot.Councils);
        var member = $"{link.Member}.{link.Enrolment}";
        if ((returns, councils) == _looked && (link.Leaving, member, today) == (_leaving, _member, _day))
        {
            return;
        }

        foreach (var (collection, period) in returns.Keys.Order())
        {
            var round = returns.LastRound(collection, period);
            // Before the returns of the round: from then on the hub leaves their sums to this node.
            foreach (var region in link.Regions)
            {
                if (SumsFilter.Due(link, new SumsAddress(collection, period, region), round) is { } due)
                {
                    await QueueAsync(due, cancellation);
                }
            }

            foreach (var one in returns.OfCollection(collection, period))
            {
                if (ReleaseFilter.Due(link, one, round, today) is { } due)
                {
                    await QueueAsync(due, cancellation);
                }
            }
        }

        foreach (var council in CouncilRegister.England.All.Where(council => link.Owns.Own(council.Code)))
        {
            foreach (var priority in councils.PrioritiesOf(council.Code).All)
            {
                if (PriorityFilter.Due(link, priority, today) is { } due)
                {
                    await QueueAsync(due, cancellation);
                }
            }
        }

        (_looked, _leaving, _member, _day) = ((returns, councils), link.Leaving, member, today);
    }

    /// <summary>Node and link themselves; it takes no permission to do what somebody permitted has set up.</summary>
    internal static Actor Itself { get; } = new("service:federation", []);

    private async Task QueueAsync(QueueMessage due, CancellationToken cancellation)
    {
        var reply = await network.Grains.SendAsync(Itself, $"queue-{Guid.CreateVersion7():N}", due, cancellation);
        if (reply is GrainReply<Refusal>.Refused refused)
        {
            throw new HubException(refused.Refusals[0].Message, retryAfter: null);
        }

        await network.Projection.WaitForAsync(reply.Position, cancellation);
    }
}
