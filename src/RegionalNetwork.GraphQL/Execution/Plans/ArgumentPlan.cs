using RegionalNetwork.GraphQL.Binding.Inputs;
using RegionalNetwork.GraphQL.Execution.Inputs;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Execution.Plans;

/// <summary>The arguments of a field as its resolver takes them.</summary>
internal abstract class ArgumentPlan
{
    /// <exception cref="ArgumentCoercionException">becomes the field's error.</exception>
    public abstract object? Get(ExecutionRequest request);
}

/// <summary>No variable occurs: made once, with the plan.</summary>
internal sealed class ConstantArguments(object? value) : ArgumentPlan
{
    public static readonly ConstantArguments None = new(null);

    public override object? Get(ExecutionRequest request) => value;
}

internal sealed class InvalidArguments(ArgumentCoercionException fault) : ArgumentPlan
{
    public override object? Get(ExecutionRequest request) =>
        throw new ArgumentCoercionException(fault.Message, fault.Node);
}

internal sealed class VariableArguments(Field field, FieldNode node, InputReader reader, int slot) : ArgumentPlan
{
    public override object? Get(ExecutionRequest request) =>
        request.Argument(slot) ??= reader.Read(ArgumentCoercion.Coerce(field, node, request.Variables));
}
