using RegionalNetwork.GraphQL.Execution.Inputs;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.TypeSystem.Costs;

namespace RegionalNetwork.GraphQL.Execution.Costs;

/// <summary>The weights of an argument and of the input fields in its value. An input field's default counts as given.</summary>
internal sealed class InputCosts(CostModel model)
{
    /// <summary>Whether giving the argument can change the cost at all.</summary>
    public bool HasWeight(InputValue argument) => model.Input(argument) != 0 || model.IsWeighted(argument.Type.Named);

    public double OfArgument(InputValue argument, ValueNode value, VariableValues variables) =>
        IsMissing(value, variables) ? 0 : model.Input(argument) + OfLiteral(argument.Type, value, variables);

    private double OfLiteral(GraphQLType type, ValueNode value, VariableValues variables)
    {
        switch (value)
        {
            case VariableNode variable:
                return variables.TryGet(variable.Name.Value, out var coerced) ? OfValue(type, coerced) : 0;
            case ListValueNode list:
                return list.Values.Sum(item => OfLiteral(ItemOf(type), item, variables));
            case ObjectValueNode given when type.Named is InputObjectType input && model.IsWeighted(input):
                return input.Fields.Values.Sum(field =>
                    (Given(given, field.Name) ?? field.DefaultValue) is { } chosen && !IsMissing(chosen, variables)
                        ? model.Input(field) + OfLiteral(field.Type, chosen, variables)
                        : 0
                );
            default:
                return 0;
        }
    }

    private double OfValue(GraphQLType type, object? value) =>
        value switch
        {
            object?[] items => items.Sum(item => OfValue(ItemOf(type), item)),
            Dictionary<string, object?> given when type.Named is InputObjectType input && model.IsWeighted(input) =>
                given.Sum(pair =>
                    model.Input(input.Fields[pair.Key]) + OfValue(input.Fields[pair.Key].Type, pair.Value)
                ),
            _ => 0,
        };

    private static ValueNode? Given(ObjectValueNode value, string name) =>
        value.Fields.FirstOrDefault(field => field.Name.Value == name)?.Value;

    private static bool IsMissing(ValueNode value, VariableValues variables) =>
        value is VariableNode variable && !variables.TryGet(variable.Name.Value, out _);

    /// <summary>A single value is a list of one, so a type that is no list is its own item.</summary>
    private static GraphQLType ItemOf(GraphQLType type) =>
        type switch
        {
            ListType list => list.OfType,
            NonNullType { OfType: ListType list } => list.OfType,
            _ => type,
        };
}
