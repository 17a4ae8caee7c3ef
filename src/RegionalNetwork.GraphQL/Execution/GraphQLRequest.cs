using System.Text.Json;

namespace RegionalNetwork.GraphQL.Execution;

/// <summary>What a client sends: https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters.</summary>
/// <param name="Query">The document's text.</param>
/// <param name="OperationName">Which operation of the document; null where it has one.</param>
/// <param name="Variables">A JSON object, or null. Must stay readable until the execution ends.</param>
public sealed record GraphQLRequest(string Query, string? OperationName, JsonElement? Variables)
{
    /// <summary>Whether the response tells what the operation can cost, as <c>extensions.cost</c>.</summary>
    public bool ReportsCost { get; init; }
}
