using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Priorities;

namespace RegionalNetwork.Domain.Networks;

/// <summary>Folds a network's events into what it is. An event that cannot follow is a bug, and throws.</summary>
internal static class NetworkHistory
{
    public static Network Apply(Network? before, INetworkEvent happened) =>
        happened is NetworkFounded founded
            ? new Network(founded.Network, founded.Level, founded.Details, MembershipsOf([]), PriorityBook.Empty)
            : ApplyTo(
                before ?? throw new ArgumentException($"{happened.GetType().Name} before founding.", nameof(happened)),
                happened
            );

    private static Network ApplyTo(Network network, INetworkEvent happened) =>
        happened switch
        {
            NetworkRevised revised => network with { Details = revised.Details },
            CouncilJoinedNetwork joined => network with
            {
                Memberships = MembershipsOf(
                    network.Memberships.All.Append(new Membership(joined.Council, joined.JoinedOn, null))
                ),
            },
            CouncilLeftNetwork left => network with
            {
                Memberships = MembershipsOf(
                    network.Memberships.All.Select(membership =>
                        membership.Council == left.Council && membership.LeftOn is null
                            ? membership with
                            {
                                LeftOn = left.LeftOn,
                            }
                            : membership
                    )
                ),
            },
            PriorityEvent priority => network with { Priorities = network.Priorities.Apply(priority) },
            _ => throw new ArgumentException($"{happened.GetType().Name} is not known here.", nameof(happened)),
        };

    private static Timeline<Membership> MembershipsOf(IEnumerable<Membership> memberships) =>
        new(
            [.. memberships.OrderBy(m => m.Council, StringComparer.Ordinal).ThenBy(m => m.JoinedOn)],
            membership => membership.JoinedOn,
            membership => membership.LeftOn
        );
}
