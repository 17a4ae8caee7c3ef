using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.SampleData.Facts;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.SampleData;

/// <summary>The sample network: what five published reports state.</summary>
internal static class SampleNetwork
{
    /// <summary>The sample is what reports state of everybody, so its loader acts for everybody.</summary>
    private static Grant[] EveryRole => [.. Enum.GetValues<Role>().Select(role => new Grant(role, Place.Service))];

    public static Actor Loader { get; } = new("sample-network", EveryRole);

    /// <summary>Who records that a priority was approved: nobody approves what they worded themselves.</summary>
    public static Actor Approver { get; } = new("sample-network-approver", EveryRole);

    /// <summary>
    /// Loads the sample into a network that has neither networks nor workstreams nor reports, whatever figures it has, and
    /// takes up a load that was cut short; otherwise does nothing. When it returns, the snapshot shows the sample.
    /// </summary>
    /// <exception cref="InvalidOperationException">A fact was refused: the message names it and says why.</exception>
    public static async Task LoadAsync(NetworkHost network, CancellationToken cancellation)
    {
        if (!await IsMissingAsync(network, cancellation))
        {
            return;
        }

        // The nation is found first and gets its priorities last: while it has none, the load is not finished. In between
        // every grain gets its commands in order, and all grains at once, so that they share the journal's commits.
        var streams = Commands().ToLookup(command => command.Stream);
        var nation = streams[Nation.Stream].ToArray();
        await SendAsync(network, nation[..1], cancellation);
        var others = streams.Where(stream => stream.Key != Nation.Stream);
        await Task.WhenAll(others.Select(stream => SendAsync(network, stream, cancellation)));
        await SendAsync(network, nation[1..], cancellation);
        await network.Projection.WaitForAsync(network.Journal.Head, cancellation);
    }

    private static async Task<bool> IsMissingAsync(NetworkHost network, CancellationToken cancellation)
    {
        var snapshot = network.Projection.Current.Snapshot;
        return IsEmpty(snapshot)
            || (
                snapshot.Networks.Find(Nation.Id) is { Priorities.Count: 0 }
                && await network.Journal.FindCommandAsync(Nation.Stream, Nation.Founding, cancellation) is not null
            );
    }

    private static bool IsEmpty(NetworkSnapshot snapshot) =>
        snapshot.Networks.All.Count == 0
        && snapshot.Workstreams.All.Count == 0
        && snapshot.Publications.All.All(publication => publication.Kind != PublicationKind.Report);

    internal static IEnumerable<SampleCommand> Commands() =>
        [
            .. NetworkCommands.Of(FactFile.Networks().Facts),
            .. PriorityCommands.Of(FactFile.Priorities().Facts),
            .. WorkstreamCommands.Of(FactFile.Workstreams().Facts),
            .. AppointmentCommands.Of(FactFile.Appointments().Facts),
            .. ReportCommands.Of(FactFile.Reports()),
        ];

    private static async Task SendAsync(
        NetworkHost network,
        IEnumerable<SampleCommand> commands,
        CancellationToken cancellation
    )
    {
        foreach (var command in commands)
        {
            var reply = await command.Send(
                network.Grains,
                command.IsApproval ? Approver : Loader,
                command.Id,
                cancellation
            );
            if (reply is GrainReply<Refusal>.Refused refused)
            {
                throw new InvalidOperationException(
                    $"The sample's entry '{command.Entry}' was refused: "
                        + string.Join(' ', refused.Refusals.Select(refusal => refusal.Message))
                );
            }
        }
    }
}
