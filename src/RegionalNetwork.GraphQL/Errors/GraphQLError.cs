using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Errors;

/// <summary>An error of a request, a document or a field, as https://spec.graphql.org/September2025/#sec-Errors shapes it.</summary>
/// <param name="Path">Response names (<see cref="string"/>) and list indexes (<see cref="int"/>); null for a request error.</param>
/// <param name="Code">Stable and machine-readable; goes out as <c>extensions.code</c>. Null leaves extensions out.</param>
public sealed record GraphQLError(
    string Message,
    IReadOnlyList<SourceLocation> Locations,
    IReadOnlyList<object>? Path,
    string? Code
)
{
    public static GraphQLError At(string message, params IEnumerable<Node> nodes) =>
        new(message, [.. nodes.Select(node => node.Span.Location)], null, null);
}
