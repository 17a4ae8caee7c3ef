using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Networks;

/// <summary>Answers the mutations of <c>schema/networks.graphql</c>.</summary>
internal static class NetworkMutations
{
    private static readonly InputFields Founding = InputFields.Of(
        "code",
        ("network", "code"),
        ("id", "code"),
        ("regionCode", "region")
    );

    private static readonly InputFields Changing = InputFields.Of(
        "network",
        ("regionCode", "region"),
        ("joinedOn", "from"),
        ("leftOn", "to")
    );

    public static ResolverMap AddNetworkMutations(this ResolverMap map) =>
        map.Mutation(mutation =>
                mutation
                    .FieldAsync(
                        "foundNetwork",
                        (InputArguments<FoundNetworkInput> a, ResolverContext context) =>
                            RunAsync(
                                context,
                                a.Input.CommandId,
                                new FoundNetwork(a.Input.Code, a.Input.Level, a.Input.ToDetails())
                            )
                    )
                    .FieldAsync(
                        "reviseNetwork",
                        (InputArguments<ReviseNetworkInput> a, ResolverContext context) =>
                            RunAsync(
                                context,
                                a.Input.CommandId,
                                new ReviseNetwork(a.Input.Network, a.Input.ToDetails())
                            )
                    )
                    .FieldAsync(
                        "admitCouncilToNetwork",
                        (InputArguments<AdmitCouncilInput> a, ResolverContext context) =>
                            RunAsync(
                                context,
                                a.Input.CommandId,
                                new AdmitCouncil(a.Input.Network, a.Input.Council, a.Input.From)
                            )
                    )
                    .FieldAsync(
                        "releaseCouncilFromNetwork",
                        (InputArguments<ReleaseCouncilInput> a, ResolverContext context) =>
                            RunAsync(
                                context,
                                a.Input.CommandId,
                                new ReleaseCouncil(a.Input.Network, a.Input.Council, a.Input.To)
                            )
                    )
            )
            .Object<NetworkPayload>("NetworkPayload")
            .Object<Refusal>("Problem");

    private static async Task<NetworkPayload> RunAsync(
        ResolverContext context,
        string commandId,
        NetworkCommand command
    )
    {
        var outcome = await Commands.RunAsync(
            context,
            commandId,
            command.Network,
            command is FoundNetwork ? Founding : Changing,
            (grains, actor, id, cancellation) => grains.SendAsync(actor, id, command, cancellation)
        );
        var network = outcome.Succeeded ? context.Snapshot().Networks.Find(command.Network) : null;
        return new NetworkPayload(network, outcome.Problems, outcome.Position);
    }

    private sealed record FoundNetworkInput(
        string CommandId,
        string Code,
        string Name,
        NetworkLevel Level,
        ServiceScope Scope,
        string? Region,
        string? Mandate,
        IReadOnlyList<string> Sponsors
    )
    {
        public NetworkDetails ToDetails() => new(Name, Scope, Region, Mandate, Sponsors);
    }

    private sealed record ReviseNetworkInput(
        string CommandId,
        string Network,
        string Name,
        ServiceScope Scope,
        string? Region,
        string? Mandate,
        IReadOnlyList<string> Sponsors
    )
    {
        public NetworkDetails ToDetails() => new(Name, Scope, Region, Mandate, Sponsors);
    }

    private sealed record AdmitCouncilInput(string CommandId, string Network, string Council, DateOnly From);

    private sealed record ReleaseCouncilInput(string CommandId, string Network, string Council, DateOnly To);

    private sealed record NetworkPayload(Network? Network, IReadOnlyList<Refusal> Problems, string? Position);
}
