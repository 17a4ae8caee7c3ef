using System.Buffers;
using RegionalNetwork.GraphQL.Execution.Inputs;

namespace RegionalNetwork.GraphQL.Execution.Costs;

/// <summary>
/// The cost of a plan as a function of its variables. What does not depend on them is summed up when it is compiled, so that most
/// operations cost nothing to cost; the rest is one pass over the selections that do depend, each once, however often it is shared.
/// </summary>
/// <param name="steps">Each uses only steps before it.</param>
internal sealed class CostProgram(CostValue result, CostStep[] steps)
{
    /// <summary>Whether the cost is the same for every request.</summary>
    public bool IsConstant => result.IsConstant;

    /// <exception cref="SlicingArgumentException">where a list needs exactly one of its slicing arguments.</exception>
    public OperationCost Of(VariableValues variables)
    {
        if (result.IsConstant && steps.Length == 0)
        {
            return result.Constant;
        }

        var costs = ArrayPool<OperationCost>.Shared.Rent(steps.Length);
        try
        {
            for (var i = 0; i < steps.Length; i++)
            {
                costs[i] = steps[i].Of(variables, costs);
            }

            return result.In(costs);
        }
        finally
        {
            ArrayPool<OperationCost>.Shared.Return(costs);
        }
    }
}

/// <summary>A cost that is known, or the number of the step that computes it.</summary>
internal readonly record struct CostValue(OperationCost Constant, int? Step)
{
    public bool IsConstant => Step is null;

    public static CostValue Of(OperationCost constant) => new(constant, null);

    public OperationCost In(OperationCost[] costs) => Step is { } step ? costs[step] : Constant;
}

internal abstract class CostStep
{
    public abstract OperationCost Of(VariableValues variables, OperationCost[] costs);
}

/// <summary>A selection set of one object type.</summary>
internal sealed class SumStep(OperationCost constant, CostTerm[] terms) : CostStep
{
    public override OperationCost Of(VariableValues variables, OperationCost[] costs)
    {
        var sum = constant;
        foreach (var term in terms)
        {
            var resolver = new OperationCost(0, term.Resolver.Of(variables));
            sum += resolver + (term.Items.Of(variables) * term.Item.In(costs));
        }

        return sum;
    }
}

/// <summary>A value of an abstract type: which of its object types answers is not known, so the dearest counts.</summary>
internal sealed class MaxStep(CostValue[] possible) : CostStep
{
    public override OperationCost Of(VariableValues variables, OperationCost[] costs)
    {
        var max = default(OperationCost);
        foreach (var value in possible)
        {
            max = OperationCost.Max(max, value.In(costs));
        }

        return max;
    }
}

/// <summary>A field: its resolver once, and each item that it can return.</summary>
internal sealed record CostTerm(ResolverCost Resolver, ItemCount Items, CostValue Item)
{
    public bool IsConstant => Resolver.IsConstant && Items.IsConstant && Item.IsConstant;
}
