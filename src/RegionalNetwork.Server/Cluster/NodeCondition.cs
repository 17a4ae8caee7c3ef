using RegionalNetwork.EventSourcing.Serialization;
using RegionalNetwork.GraphQL.Errors;

namespace RegionalNetwork.Server.Cluster;

/// <summary>Why a node should get no requests, or answers none.</summary>
/// <param name="Code">Stable; the same in <c>/health/ready</c> and in the error of a request that is refused.</param>
/// <param name="Message">What is the matter and what to do. No names of hosts, no paths: whoever can ask reads it.</param>
internal sealed record NodeCondition(string Code, string Message)
{
    public static readonly NodeCondition Starting = new(
        "NODE_STARTING",
        "This node reads the journal and is not ready yet. Ask another node, or again in a moment."
    );

    public static readonly NodeCondition Stopped = new(
        "NODE_STOPPED",
        "This node can follow the journal no more and stops; its log says why. Ask another node."
    );

    public static readonly NodeCondition Draining = new(
        "NODE_DRAINING",
        "This node was told to stop. It finishes what it has begun and should get nothing new."
    );

    public static readonly NodeCondition JournalAway = new(
        "JOURNAL_UNAVAILABLE",
        "The journal does not answer. Queries are answered from memory; nothing can be written."
    );

    public static readonly NodeCondition Lagging = new(
        "NODE_LAGGING",
        "The snapshot lacks what was in the journal some time ago. Queries are answered with older figures."
    );

    public GraphQLError Error => new(Message, [], null, Code);

    public static NodeCondition NewerEvent(UnknownEventException unknown) =>
        new(
            "NEWER_EVENT",
            $"The journal holds '{unknown.EventType}' at position {unknown.Position}, which a newer version wrote and this one does "
                + "not know. Ask another node; have this one replaced by the newer version. A restart does not help."
        );
}
