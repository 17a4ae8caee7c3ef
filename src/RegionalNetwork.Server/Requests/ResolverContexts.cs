using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Requests;

internal static class ResolverContexts
{
    public static NetworkRequest Network(this ResolverContext context) => context.Request<NetworkRequest>();

    public static NetworkSnapshot Snapshot(this ResolverContext context) => context.Request<NetworkRequest>().Snapshot;

    public static DateOnly Today(this ResolverContext context) => context.Request<NetworkRequest>().Today;

    /// <summary>Who asks. Only for fields that need a caller who is known: the directive has refused everybody else.</summary>
    public static Actor Actor(this ResolverContext context) =>
        context.Request<NetworkRequest>().Actor ?? throw Unauthenticated();

    /// <summary>Who gives a command.</summary>
    public static Actor ActingActor(this ResolverContext context) =>
        context.Request<NetworkRequest>().ActingActor ?? throw Unauthenticated();

    private static GraphQLFieldException Unauthenticated() =>
        new("Send a token: this field needs to know who asks.", "UNAUTHENTICATED");
}
