using RegionalNetwork.GraphQL.Execution.Inputs;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.TypeSystem.Costs;

namespace RegionalNetwork.GraphQL.Execution.Costs;

/// <summary>
/// What running a field's resolver once costs: its weight, its arguments' and its directives'. Never less than nothing.
/// https://ibm.github.io/graphql-specs/cost-spec.html#sec-Field-Cost
/// </summary>
/// <param name="constant">Weights that do not depend on variables, in sum perhaps negative.</param>
/// <param name="varying">Arguments whose weight turns on a variable.</param>
internal sealed class ResolverCost(
    InputCosts inputs,
    double constant,
    IReadOnlyList<(InputValue Definition, ValueNode Value)> varying
)
{
    public bool IsConstant => varying.Count == 0;

    public double Of(VariableValues variables)
    {
        var sum = constant;
        foreach (var (definition, value) in varying)
        {
            sum += inputs.OfArgument(definition, value, variables);
        }

        return Math.Max(0, sum);
    }

    public static ResolverCost From(CostModel model, Schema schema, ObjectType type, Field field, List<FieldNode> nodes)
    {
        var inputs = new InputCosts(model);
        var constant = model.Field(type, field).Weight;
        var varying = new List<(InputValue, ValueNode)>();
        // Fields that are merged have the same arguments, but each its own directives.
        Add(field.Arguments, nodes[0].Arguments);
        foreach (var directive in nodes.SelectMany(node => node.Directives))
        {
            if (schema.Directives.TryGetValue(directive.Name.Value, out var definition))
            {
                Add(definition.Arguments, directive.Arguments);
            }
        }

        return new ResolverCost(inputs, constant, varying);

        void Add(OrderedDictionary<string, InputValue> definitions, IReadOnlyList<ArgumentNode> arguments)
        {
            foreach (var argument in arguments)
            {
                if (!definitions.TryGetValue(argument.Name.Value, out var definition) || !inputs.HasWeight(definition))
                {
                    continue;
                }

                if (ArgumentCoercion.UsesVariables(argument.Value))
                {
                    varying.Add((definition, argument.Value));
                }
                else
                {
                    constant += inputs.OfArgument(definition, argument.Value, VariableValues.None);
                }
            }
        }
    }
}
