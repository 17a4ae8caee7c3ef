using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;
using RegionalNetwork.GraphQL.TypeSystem.Scalars;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Types;

/// <summary>Whether a value without variables can be coerced to a type, down to its innermost items and fields.</summary>
internal sealed class ConstantValueCheck(SchemaDefinitions definitions, List<SchemaFault> faults)
{
    public void Check(TypeNode type, ValueNode value)
    {
        switch (type)
        {
            case NonNullTypeNode nonNull when value is not NullValueNode:
                Check(nonNull.Type, value);
                break;
            case NonNullTypeNode:
                Report($"Expected value of type \"{Printer.Print(type)}\", found null.", value);
                break;
            case not null when value is NullValueNode:
                break;
            case ListTypeNode list when value is ListValueNode items:
                foreach (var item in items.Values)
                {
                    Check(list.Type, item);
                }

                break;
            case ListTypeNode list:
                Check(list.Type, value);
                break;
            case NamedTypeNode name when definitions.FindDefined(name.Name.Value) is { } draft:
                CheckNamed(draft, value);
                break;
        }
    }

    private void CheckNamed(TypeDraft draft, ValueNode value)
    {
        switch (draft.Main)
        {
            case ScalarTypeNode:
                CheckScalar(draft, value);
                break;
            case EnumTypeNode:
                CheckEnum(draft, value);
                break;
            case InputObjectTypeNode when value is ObjectValueNode fields:
                CheckFields(draft, fields);
                break;
            case InputObjectTypeNode:
                Report($"Expected value of type \"{draft.Name}\", found {Printer.Print(value)}.", value);
                break;
        }
    }

    private void CheckScalar(TypeDraft draft, ValueNode value)
    {
        try
        {
            BuiltInCoercions.Find(draft.Name)?.CoerceLiteral(value);
        }
        catch (CoercionException error)
        {
            Report(error.Message, value);
        }
    }

    private void CheckEnum(TypeDraft draft, ValueNode value)
    {
        var known = draft.EnumValues.Select(node => node.Name.Value).ToList();
        if (value is not EnumValueNode name)
        {
            Report($"Enum \"{draft.Name}\" cannot represent non-enum value: {Printer.Print(value)}.", value);
        }
        else if (!known.Contains(name.Value))
        {
            var suggestion = DidYouMean.Say("the enum value", DidYouMean.Suggest(name.Value, known));
            Report($"Value \"{name.Value}\" does not exist in \"{draft.Name}\" enum.{suggestion}", value);
        }
    }

    private void CheckFields(TypeDraft draft, ObjectValueNode value)
    {
        var known = draft.InputFields.ToLookup(field => field.Name.Value);
        foreach (var field in value.Fields)
        {
            var name = field.Name.Value;
            if (known[name].FirstOrDefault() is { } definition)
            {
                Check(definition.Type, field.Value);
                continue;
            }

            var suggestion = DidYouMean.Among(name, known.Select(group => group.Key));
            Report($"Field \"{name}\" is not defined by type \"{draft.Name}\".{suggestion}", field);
        }

        var given = value.Fields.Select(field => field.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var field in draft.InputFields.Where(TypeParts.IsRequired))
        {
            if (!given.Contains(field.Name.Value))
            {
                var coordinate = $"{draft.Name}.{field.Name.Value}";
                Report(
                    $"Field \"{coordinate}\" of required type \"{Printer.Print(field.Type)}\" was not provided.",
                    value
                );
            }
        }

        if (draft.IsOneOf && (value.Fields.Count != 1 || value.Fields[0].Value is NullValueNode))
        {
            Report($"OneOf Input Object \"{draft.Name}\" must specify exactly one key, and not null.", value);
        }
    }

    private void Report(string message, Node place) => faults.Add(SchemaFault.At(message, place));
}
