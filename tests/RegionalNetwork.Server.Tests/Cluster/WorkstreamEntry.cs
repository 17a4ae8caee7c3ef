using System.Text;
using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Tests.Cluster;

/// <summary>An entry as the server writes it, for tests that need any.</summary>
internal static class WorkstreamEntry
{
    public static StreamId Stream { get; } = new("workstream", "w");

    public static AppendRequest Created() =>
        Of(
            "workstream.created.v2",
            """{"workstream":"w","details":{"title":"W","themes":{"lead":"T01","further":[]},"mandate":"M.","aims":[]},"audience":"Network"}"""
        );

    /// <summary>What only a newer version knows.</summary>
    public static AppendRequest OfANewerVersion(string type) => Of(type, """{"fromTheFuture":true}""");

    private static AppendRequest Of(string type, string payload) =>
        new(
            Stream,
            StreamVersion.None,
            "c",
            "test:writer",
            DateTimeOffset.UnixEpoch,
            [new NewEvent(type, Encoding.UTF8.GetBytes(payload))]
        );
}
