using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Types;

/// <summary>
/// Fields return output types; arguments and input fields accept input types.
/// https://spec.graphql.org/September2025/#sec-Input-and-Output-Types
/// </summary>
internal static class InputAndOutputTypes
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        foreach (var node in definitions.Directives.Values)
        {
            foreach (var argument in node.Arguments)
            {
                CheckInput(definitions, $"@{node.Name.Value}({argument.Name.Value}:)", argument, argument, faults);
            }
        }

        foreach (var draft in definitions.Types.Values.Where(draft => !draft.IsBuiltIn))
        {
            foreach (var field in draft.InputFields)
            {
                CheckInput(definitions, $"{draft.Name}.{field.Name.Value}", field, field.Type, faults);
            }

            foreach (var field in draft.Fields)
            {
                CheckField(definitions, $"{draft.Name}.{field.Name.Value}", field, faults);
            }
        }
    }

    private static void CheckField(
        SchemaDefinitions definitions,
        string coordinate,
        FieldDefinitionNode field,
        List<SchemaFault> faults
    )
    {
        if (definitions.Find(field.Type) is { IsOutput: false })
        {
            faults.Add(
                SchemaFault.At(
                    $"The type of {coordinate} must be Output Type but got: {Printer.Print(field.Type)}.",
                    field.Type
                )
            );
        }

        foreach (var argument in field.Arguments)
        {
            CheckInput(definitions, $"{coordinate}({argument.Name.Value}:)", argument, argument.Type, faults);
        }
    }

    private static void CheckInput(
        SchemaDefinitions definitions,
        string coordinate,
        InputValueNode value,
        Node place,
        List<SchemaFault> faults
    )
    {
        if (definitions.Find(value.Type) is { IsInput: false })
        {
            faults.Add(
                SchemaFault.At(
                    $"The type of {coordinate} must be Input Type but got: {Printer.Print(value.Type)}.",
                    place
                )
            );
        }
    }
}
