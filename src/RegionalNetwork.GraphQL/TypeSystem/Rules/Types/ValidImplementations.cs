using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Types;

/// <summary>
/// A type has every field of its interfaces, with a type and arguments that fit.
/// https://spec.graphql.org/September2025/#IsValidImplementation()
/// </summary>
internal static class ValidImplementations
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        foreach (var type in definitions.Types.Values)
        {
            foreach (var face in type.Interfaces.Select(definitions.Find).Distinct())
            {
                if (face is not null && face != type && face.Main is InterfaceTypeNode)
                {
                    foreach (var faceField in face.Fields)
                    {
                        CheckField(definitions, type, face, faceField, faults);
                    }
                }
            }
        }
    }

    private static void CheckField(
        SchemaDefinitions definitions,
        TypeDraft type,
        TypeDraft face,
        FieldDefinitionNode faceField,
        List<SchemaFault> faults
    )
    {
        var name = faceField.Name.Value;
        var faceCoordinate = $"{face.Name}.{name}";
        var field = type.Fields.FirstOrDefault(other => other.Name.Value == name);
        if (field is null)
        {
            faults.Add(
                SchemaFault.At(
                    $"Interface field {faceCoordinate} expected but {type.Name} does not provide it.",
                    type.Nodes.Prepend<Node>(faceField)
                )
            );
            return;
        }

        if (!TypeRelations.IsSubType(definitions, field.Type, faceField.Type))
        {
            faults.Add(
                SchemaFault.At(
                    $"Interface field {faceCoordinate} expects type {Printer.Print(faceField.Type)} "
                        + $"but {type.Name}.{name} is type {Printer.Print(field.Type)}.",
                    faceField.Type,
                    field.Type
                )
            );
        }

        if (
            TypeParts.Deprecation(field.Directives) is { } deprecation
            && TypeParts.Deprecation(faceField.Directives) is null
        )
        {
            faults.Add(
                SchemaFault.At(
                    $"Interface field {faceCoordinate} is not deprecated, so implementation field {type.Name}.{name} "
                        + "must not be deprecated.",
                    deprecation
                )
            );
        }

        CheckArguments(faceCoordinate, faceField, $"{type.Name}.{name}", field, faults);
    }

    private static void CheckArguments(
        string faceCoordinate,
        FieldDefinitionNode faceField,
        string coordinate,
        FieldDefinitionNode field,
        List<SchemaFault> faults
    )
    {
        foreach (var expected in faceField.Arguments)
        {
            var name = expected.Name.Value;
            var argument = field.Arguments.FirstOrDefault(other => other.Name.Value == name);
            if (argument is null)
            {
                faults.Add(
                    SchemaFault.At(
                        $"Interface field argument {faceCoordinate}({name}:) expected but {coordinate} does not provide it.",
                        expected,
                        field
                    )
                );
            }
            else if (!TypeRelations.IsSame(expected.Type, argument.Type))
            {
                faults.Add(
                    SchemaFault.At(
                        $"Interface field argument {faceCoordinate}({name}:) expects type {Printer.Print(expected.Type)} "
                            + $"but {coordinate}({name}:) is type {Printer.Print(argument.Type)}.",
                        expected.Type,
                        argument.Type
                    )
                );
            }
        }

        foreach (var extra in field.Arguments.Where(TypeParts.IsRequired))
        {
            if (faceField.Arguments.All(expected => expected.Name.Value != extra.Name.Value))
            {
                faults.Add(
                    SchemaFault.At(
                        $"Object field {coordinate} includes required argument {extra.Name.Value} that is missing from "
                            + $"the Interface field {faceCoordinate}.",
                        extra,
                        faceField
                    )
                );
            }
        }
    }
}
