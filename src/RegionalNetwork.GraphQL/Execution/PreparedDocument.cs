using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Execution;

/// <summary>A document's operations, ready to be chosen from.</summary>
internal sealed class PreparedDocument(BoundSchema schema, DocumentNode document)
{
    private readonly Operation[] _operations =
    [
        .. document
            .Definitions.OfType<OperationDefinitionNode>()
            .Select(operation => new Operation(schema, document, operation)),
    ];

    /// <summary>https://spec.graphql.org/September2025/#GetOperation()</summary>
    public Operation? Find(string? name, out GraphQLError? error)
    {
        error = null;
        if (name is null && _operations.Length == 1)
        {
            return _operations[0];
        }

        if (name is not null && Array.Find(_operations, operation => operation.Name == name) is { } named)
        {
            return named;
        }

        var message =
            _operations.Length == 0 ? "Must provide an operation."
            : name is null ? "Must provide operation name if query contains multiple operations."
            : $"Unknown operation named \"{name}\".";
        error = new GraphQLError(message, [], null, null);
        return null;
    }
}
