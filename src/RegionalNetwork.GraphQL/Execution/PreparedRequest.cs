using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Execution;

/// <summary>A request whose document has been parsed and validated: what HTTP needs to know before anything runs.</summary>
public sealed class PreparedRequest
{
    private PreparedRequest(GraphQLRequest request, Operation? operation, IReadOnlyList<GraphQLError> errors)
    {
        Request = request;
        Operation = operation;
        Errors = errors;
    }

    /// <summary>Null where <see cref="Errors"/> are.</summary>
    public OperationKind? Kind => Operation?.Kind;

    /// <summary>Why the request cannot be executed; empty if it can, as far as its document goes.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    internal GraphQLRequest Request { get; }

    internal Operation? Operation { get; }

    internal static PreparedRequest Of(GraphQLRequest request, Operation operation) => new(request, operation, []);

    /// <summary>A request that is not to be executed, because of its document or because of what the caller may run.</summary>
    public static PreparedRequest Refused(GraphQLRequest request, IReadOnlyList<GraphQLError> errors) =>
        new(request, null, errors);
}
