using System.Globalization;
using System.Text;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Validation.Merging;

/// <summary>
/// Why two fields with one response name cannot become one field, if they cannot. What is compared is written out once for a
/// field, so that each comparison is one of strings.
/// </summary>
internal sealed class FieldComparison
{
    private readonly Dictionary<FieldNode, string> _arguments = new(ReferenceEqualityComparer.Instance);

    /// <summary>For fields that may select from the same object: the same field with the same arguments.</summary>
    public string? DifferenceOfSelection(SelectedField one, SelectedField other)
    {
        var (name, otherName) = (one.Node.Name.Value, other.Node.Name.Value);
        if (!string.Equals(name, otherName, StringComparison.Ordinal))
        {
            return $"\"{name}\" and \"{otherName}\" are different fields";
        }

        return string.Equals(Arguments(one.Node), Arguments(other.Node), StringComparison.Ordinal)
            ? null
            : "they have differing arguments";
    }

    /// <summary>For any two fields: https://spec.graphql.org/September2025/#SameResponseShape(), without their subfields.</summary>
    public static string? DifferenceOfShape(SelectedField one, SelectedField other) =>
        one.Definition is { } definition
        && other.Definition is { } otherDefinition
        && !HaveSameShape(definition.Type, otherDefinition.Type)
            ? $"they return conflicting types \"{definition.Type}\" and \"{otherDefinition.Type}\""
            : null;

    private static bool HaveSameShape(GraphQLType one, GraphQLType other) =>
        (one, other) switch
        {
            (NonNullType nonNull, NonNullType otherNonNull) => HaveSameShape(nonNull.OfType, otherNonNull.OfType),
            (ListType list, ListType otherList) => HaveSameShape(list.OfType, otherList.OfType),
            (NamedType named, NamedType otherNamed) => ReferenceEquals(named, otherNamed)
                || (named.IsComposite() && otherNamed.IsComposite()),
            _ => false,
        };

    private string Arguments(FieldNode field)
    {
        if (field.Arguments.Count == 0)
        {
            return "";
        }

        if (!_arguments.TryGetValue(field, out var text))
        {
            var builder = new StringBuilder();
            foreach (var argument in field.Arguments.OrderBy(argument => argument.Name.Value, StringComparer.Ordinal))
            {
                Append(builder.Append(argument.Name.Value).Append(':'), argument.Value);
            }

            _arguments[field] = text = builder.ToString();
        }

        return text;
    }

    /// <summary>Unambiguous, and the same for input objects whose fields stand in another order. A string is preceded by its length.</summary>
    private static void Append(StringBuilder text, ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                text.Append('$').Append(variable.Name.Value);
                break;
            case IntValueNode number:
                text.Append(number.Text);
                break;
            case FloatValueNode number:
                text.Append(number.Text);
                break;
            case StringValueNode words:
                text.Append(CultureInfo.InvariantCulture, $"{words.Value.Length}\"").Append(words.Value);
                break;
            case BooleanValueNode truth:
                text.Append(truth.Value ? "true" : "false");
                break;
            case NullValueNode:
                text.Append("null");
                break;
            case EnumValueNode name:
                text.Append(name.Value);
                break;
            case ListValueNode list:
                AppendItems(text, list);
                break;
            case ObjectValueNode fields:
                AppendFields(text, fields);
                break;
        }

        text.Append(',');
    }

    private static void AppendItems(StringBuilder text, ListValueNode list)
    {
        text.Append('[');
        foreach (var value in list.Values)
        {
            Append(text, value);
        }

        text.Append(']');
    }

    private static void AppendFields(StringBuilder text, ObjectValueNode value)
    {
        text.Append('{');
        foreach (var field in value.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal))
        {
            Append(text.Append(field.Name.Value).Append(':'), field.Value);
        }

        text.Append('}');
    }
}
