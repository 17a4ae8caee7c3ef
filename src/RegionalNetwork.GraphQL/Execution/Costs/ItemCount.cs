using System.Globalization;
using RegionalNetwork.GraphQL.Execution.Inputs;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.TypeSystem.Costs;

namespace RegionalNetwork.GraphQL.Execution.Costs;

/// <summary>How many values a field can return at one place; one for a field that returns no list.</summary>
internal abstract class ItemCount
{
    public static readonly ItemCount One = new FixedCount(1);

    public static readonly ItemCount Unknown = new FixedCount(Limits.AssumedListItems);

    public abstract bool IsConstant { get; }

    public abstract double Of(VariableValues variables);

    /// <summary>From a field's <c>@listSize</c> and its arguments.</summary>
    public static ItemCount From(ListSize size, Field field, FieldNode node, string coordinate)
    {
        if (size.SlicingArguments.Count == 0)
        {
            return new FixedCount(size.AssumedItems ?? Limits.AssumedListItems);
        }

        var sliced = new SlicedCount(size, field, node, coordinate);
        return sliced.IsConstant ? new FixedCount(sliced.Of(VariableValues.None)) : sliced;
    }

    private sealed class FixedCount(double items) : ItemCount
    {
        public override bool IsConstant => true;

        public override double Of(VariableValues variables) => items;
    }

    /// <summary>
    /// https://ibm.github.io/graphql-specs/cost-spec.html#sec-slicingArguments, and beyond it: an argument that is a list says how
    /// much by its own length.
    /// </summary>
    private sealed class SlicedCount(ListSize size, Field field, FieldNode node, string coordinate) : ItemCount
    {
        private readonly (InputValue Definition, ValueNode? Given)[] _arguments =
        [
            .. size
                .SlicingArguments.Where(field.Arguments.ContainsKey)
                .Select(name =>
                    (
                        field.Arguments[name],
                        node.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value
                    )
                ),
        ];

        public override bool IsConstant => !_arguments.Any(argument => argument.Given is VariableNode);

        public override double Of(VariableValues variables)
        {
            var (given, largest, fallback) = (0, 0.0, (double?)null);
            foreach (var (definition, value) in _arguments)
            {
                if (Items(definition, value, variables) is { } items)
                {
                    given++;
                    largest = Math.Max(largest, items);
                }
                else if (Items(definition, definition.DefaultValue, VariableValues.None) is { } usual)
                {
                    fallback = Math.Max(fallback ?? 0, usual);
                }
            }

            // A default stands in only where the client chose nothing: with `last: 5` a default of `first` says nothing more.
            if (given == 1 || (given > 1 && !size.RequiresOneSlicingArgument))
            {
                return largest;
            }

            if (
                given == 0
                && (fallback ?? (size.RequiresOneSlicingArgument ? null : size.AssumedItems ?? Limits.AssumedListItems))
                    is { } assumed
            )
            {
                return assumed;
            }

            throw new SlicingArgumentException(coordinate, size.SlicingArguments, node);
        }

        /// <summary>Null for an argument that is not given, or is null.</summary>
        private static double? Items(InputValue definition, ValueNode? value, VariableValues variables) =>
            CostDirectiveRules.IsList(definition.Type) ? Length(value, variables) : Number(value, variables);

        /// <summary>A value that is no list stands for a list of one, as it does when it is coerced.</summary>
        private static double? Length(ValueNode? value, VariableValues variables) =>
            value switch
            {
                null or NullValueNode => null,
                ListValueNode list => list.Values.Count,
                VariableNode variable => !variables.TryGet(variable.Name.Value, out var given) || given is null ? null
                : given is object?[] items ? items.Length
                : 1,
                _ => 1,
            };

        /// <summary>Less than none is none.</summary>
        private static double? Number(ValueNode? value, VariableValues variables) =>
            value switch
            {
                IntValueNode literal => Math.Max(0, double.Parse(literal.Text, CultureInfo.InvariantCulture)),
                VariableNode variable
                    when variables.TryGet(variable.Name.Value, out var number) && number is not null => Math.Max(
                    0,
                    Convert.ToDouble(number, CultureInfo.InvariantCulture)
                ),
                _ => null,
            };
    }
}

/// <summary>A list that could be of any length: none, or several, of its slicing arguments are given.</summary>
internal sealed class SlicingArgumentException(string coordinate, IReadOnlyList<string> arguments, FieldNode node)
    : Exception(
        $"The field {coordinate} needs exactly one of the arguments {string.Join(", ", arguments)}, to say how much it returns."
    )
{
    public FieldNode Node { get; } = node;
}
