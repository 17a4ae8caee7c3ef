using RegionalNetwork.EventSourcing.Journal;
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

    /// <summary>
    /// An event of a type that is unknown here, or with members that are: a newer version wrote it. The same version started again
    /// would meet it again.
    /// </summary>
    /// <returns>Null for a fault of another kind.</returns>
    public static NodeCondition? NewerEvent(Exception fault) =>
        fault switch
        {
            UnknownEventException unknown => NewerEvent(unknown.EventType, unknown.Position),
            MalformedEventException malformed => NewerEvent(malformed.EventType, malformed.Position),
            _ => null,
        };

    private static NodeCondition NewerEvent(string type, JournalPosition position) =>
        new(
            "NEWER_EVENT",
            $"The journal holds '{type}' at position {position} as a newer version writes it; this one cannot read it. Ask another "
                + "node; have this one replaced by the newer version. A restart does not help."
        );
}
