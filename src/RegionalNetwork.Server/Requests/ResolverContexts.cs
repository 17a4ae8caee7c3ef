using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Requests;

internal static class ResolverContexts
{
    public static NetworkRequest Network(this ResolverContext context) => context.Request<NetworkRequest>();

    public static NetworkSnapshot Snapshot(this ResolverContext context) => context.Request<NetworkRequest>().Snapshot;

    public static DateOnly Today(this ResolverContext context) => context.Request<NetworkRequest>().Today;

    /// <summary>Only for fields that need a role: the directive has refused everybody else.</summary>
    public static Actor Actor(this ResolverContext context) =>
        context.Request<NetworkRequest>().Actor
        ?? throw new GraphQLFieldException("Send a token: this field needs to know who asks.", "UNAUTHENTICATED");
}
