using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Values of Correct Type: https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type
/// https://spec.graphql.org/September2025/#sec-Input-Object-Field-Names
/// https://spec.graphql.org/September2025/#sec-Input-Object-Required-Fields
/// <para>A literal can be coerced to the type that its place expects.</para>
/// </summary>
internal sealed class ValuesOfCorrectType(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on)
    {
        on.Enter<ArgumentNode>(argument => Check(argument.Value, context.Scope.InputType));
        on.Enter<VariableDefinitionNode>(CheckDefault);
    }

    private void CheckDefault(VariableDefinitionNode variable)
    {
        if (variable.DefaultValue is { } value)
        {
            Check(value, context.Scope.InputType);
        }
    }

    private void Check(ValueNode value, GraphQLType? type)
    {
        switch (value)
        {
            case var _ when type is null:
            case VariableNode:
                break;
            case NullValueNode when type is NonNullType:
                ReportUnexpected(value, type);
                break;
            case NullValueNode:
                break;
            case ListValueNode list when type.Nullable() is ListType listType:
                CheckItems(list, listType);
                break;
            case ObjectValueNode @object when type.Named is InputObjectType objectType:
                CheckFields(@object, objectType);
                break;
            default:
                CheckLeaf(value, type);
                break;
        }
    }

    private void CheckItems(ListValueNode list, ListType type)
    {
        foreach (var item in list.Values)
        {
            Check(item, type.OfType);
        }
    }

    private void CheckFields(ObjectValueNode value, InputObjectType type)
    {
        var given = new OrderedDictionary<string, ObjectFieldNode>(StringComparer.Ordinal);
        foreach (var field in value.Fields)
        {
            given[field.Name.Value] = field;
        }

        foreach (var required in type.Fields.Values.Where(field => field.IsRequired && !given.ContainsKey(field.Name)))
        {
            context.Report(
                $"Field \"{type}.{required.Name}\" of required type \"{required.Type}\" was not provided.",
                value
            );
        }

        if (type.IsOneOf)
        {
            CheckOneOf(value, type, given);
        }

        foreach (var field in value.Fields)
        {
            CheckField(field, type);
        }
    }

    private void CheckField(ObjectFieldNode field, InputObjectType type)
    {
        var name = field.Name.Value;
        if (type.Fields.TryGetValue(name, out var definition))
        {
            Check(field.Value, definition.Type);
        }
        else
        {
            context.Report(
                $"Field \"{name}\" is not defined by type \"{type}\"." + DidYouMean.Among(name, type.Fields.Keys),
                field
            );
        }
    }

    private void CheckOneOf(
        ObjectValueNode value,
        InputObjectType type,
        OrderedDictionary<string, ObjectFieldNode> given
    )
    {
        if (given.Count != 1)
        {
            context.Report($"OneOf Input Object \"{type}\" must specify exactly one key.", value);
        }
        else if (given.GetAt(0).Value.Value is NullValueNode)
        {
            context.Report($"Field \"{type}.{given.GetAt(0).Key}\" must be non-null.", value);
        }
    }

    private void CheckLeaf(ValueNode value, GraphQLType type)
    {
        switch (type.Named)
        {
            case EnumType @enum:
                CheckEnum(value, @enum);
                break;
            case ScalarType scalar:
                CheckScalar(value, scalar);
                break;
            default:
                ReportUnexpected(value, value is ListValueNode ? type.Nullable()! : type);
                break;
        }
    }

    private void CheckEnum(ValueNode value, EnumType type)
    {
        if (value is not EnumValueNode name)
        {
            var text = Printer.Print(value);
            context.Report(
                $"Enum \"{type}\" cannot represent non-enum value: {text}." + EnumSuggestion(text, type),
                value
            );
        }
        else if (!type.Values.ContainsKey(name.Value))
        {
            context.Report(
                $"Value \"{name.Value}\" does not exist in \"{type}\" enum." + EnumSuggestion(name.Value, type),
                value
            );
        }
    }

    /// <summary>A custom scalar's literal may hold variables, and then can be coerced only when their values are known.</summary>
    private void CheckScalar(ValueNode value, ScalarType type)
    {
        var isCustom = type.Nodes.Count > 0;
        if (isCustom && HoldsVariable(value))
        {
            return;
        }

        try
        {
            type.Coercion.CoerceLiteral(value);
        }
        catch (CoercionException exception)
        {
            context.Report(exception.Message, value);
        }
    }

    private static bool HoldsVariable(ValueNode value) =>
        value switch
        {
            VariableNode => true,
            ListValueNode list => list.Values.Any(HoldsVariable),
            ObjectValueNode fields => fields.Fields.Any(field => HoldsVariable(field.Value)),
            _ => false,
        };

    private void ReportUnexpected(ValueNode value, GraphQLType type) =>
        context.Report($"Expected value of type \"{type}\", found {Printer.Print(value)}.", value);

    private static string EnumSuggestion(string text, EnumType type) =>
        DidYouMean.Say("the enum value", DidYouMean.Suggest(text, type.Values.Keys));
}
