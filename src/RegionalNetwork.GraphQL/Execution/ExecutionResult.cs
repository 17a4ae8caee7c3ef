using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Execution;

/// <summary>What came of a request; the response itself has been written.</summary>
/// <param name="IsRequestError">Nothing was executed: the response has errors and no data.</param>
/// <param name="Operation">Null where the document has no such operation.</param>
/// <param name="ErrorCount">Errors in the response.</param>
public readonly record struct ExecutionResult(bool IsRequestError, OperationKind? Operation, int ErrorCount);
