using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Execution.Plans;

/// <summary>
/// Stands for all fields of an object where a variable gives null to <c>@skip</c> or <c>@include</c> among them: the object fails,
/// because nothing says what is asked of it. Only a nullable variable with a default can do that.
/// </summary>
internal sealed class NullConditionPlan<TParent>(VariableNode condition) : FieldPlan<TParent>
{
    private const string Message = "Argument \"if\" of non-null type \"Boolean!\" must not be null.";

    public override bool Execute(TParent parent, ExecutionBranch branch)
    {
        branch.AddError(Message, [condition.Span.Location], null);
        return false;
    }
}
