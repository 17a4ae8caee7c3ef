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
        var operation =
            name is not null ? Array.Find(_operations, operation => operation.Name == name)
            : _operations.Length == 1 ? _operations[0]
            : null;
        if (operation is not null)
        {
            return operation;
        }

        var message =
            _operations.Length == 0 ? "Must provide an operation."
            : name is null ? "Must provide operation name if query contains multiple operations."
            : $"Unknown operation named \"{name}\".";
        error = new GraphQLError(message, [], null, null);
        return null;
    }
}
