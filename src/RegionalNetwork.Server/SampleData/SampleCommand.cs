using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Grains;
using RegionalNetwork.Server.Journal;

namespace RegionalNetwork.Server.SampleData;

/// <summary>A fact as a command to the grain that it is about.</summary>
/// <param name="Entry">Identifier of the fact in its file.</param>
/// <param name="Id">Command id: the same at every start, so that a load that was cut short can be taken up again.</param>
internal sealed record SampleCommand(string Entry, string Id, StreamId Stream, SampleCommand.Sending Send)
{
    public delegate Task<GrainReply<Refusal>> Sending(
        NetworkGrains grains,
        Actor actor,
        string commandId,
        CancellationToken cancellation
    );

    /// <summary>Whether it approves what another command worded.</summary>
    public bool IsApproval { get; private init; }

    public SampleCommand AsApproval() => this with { IsApproval = true };

    public static SampleCommand To(ICouncilCommand command, string entry, string action) =>
        new(
            entry,
            IdOf(action, entry),
            new StreamId(StreamCategories.Council, command.Council),
            (grains, actor, id, cancellation) => grains.SendAsync(actor, id, command, cancellation)
        );

    public static SampleCommand To(INetworkCommand command, string entry, string action) =>
        new(
            entry,
            IdOf(action, entry),
            new StreamId(StreamCategories.Network, command.Network),
            (grains, actor, id, cancellation) => grains.SendAsync(actor, id, command, cancellation)
        );

    public static SampleCommand To(PswCommand command, string entry, string action) =>
        new(
            entry,
            IdOf(action, entry),
            new StreamId(StreamCategories.PrincipalSocialWorker, command.Psw),
            (grains, actor, id, cancellation) => grains.SendAsync(actor, id, command, cancellation)
        );

    public static SampleCommand To(WorkstreamCommand command, string entry, string action) =>
        new(
            entry,
            IdOf(action, entry),
            new StreamId(StreamCategories.Workstream, command.Workstream),
            (grains, actor, id, cancellation) => grains.SendAsync(actor, id, command, cancellation)
        );

    public static SampleCommand To(PublicationCommand command, string entry, string action) =>
        new(
            entry,
            IdOf(action, entry),
            new StreamId(StreamCategories.Publication, command.Publication.Slug),
            (grains, actor, id, cancellation) => grains.SendAsync(actor, id, command, cancellation)
        );

    public static string IdOf(string action, string entry) => $"sample-{action}-{entry}";
}
