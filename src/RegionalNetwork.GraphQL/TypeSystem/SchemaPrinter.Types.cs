using RegionalNetwork.GraphQL.Language;

namespace RegionalNetwork.GraphQL.TypeSystem;

public sealed partial class SchemaPrinter
{
    private const string Indentation = "  ";

    private string PrintType(NamedType type)
    {
        var applied = Applied(type.AppliedDirectives);
        var text = type switch
        {
            ScalarType scalar => $"scalar {scalar.Name}{SpecifiedBy(scalar)}{applied}",
            ObjectType fieldsType => $"type {fieldsType.Name}{Implements(fieldsType)}{applied}{Fields(fieldsType)}",
            InterfaceType fieldsType =>
                $"interface {fieldsType.Name}{Implements(fieldsType)}{applied}{Fields(fieldsType)}",
            UnionType union =>
                $"union {union.Name}{applied} = {string.Join(" | ", union.Members.Select(member => member.Name))}",
            EnumType enumType => $"enum {enumType.Name}{applied}{Block(enumType.Values.Values.Select(EnumValueLine))}",
            InputObjectType input =>
                $"input {input.Name}{(input.IsOneOf ? " @oneOf" : "")}{applied}{Block(input.Fields.Values.Select(InputFieldLine))}",
            _ => throw new ArgumentException($"A {type.GetType().Name} has no definition.", nameof(type)),
        };
        return Description(type.Description) + text;
    }

    private static string SpecifiedBy(ScalarType scalar) =>
        scalar.SpecifiedByUrl is { } url ? $" @specifiedBy(url: {Printer.PrintString(url)})" : "";

    private static string Implements(FieldsType type) =>
        type.Interfaces.Count == 0
            ? ""
            : " implements " + string.Join(" & ", type.Interfaces.Select(face => face.Name));

    private string Fields(FieldsType type) =>
        Block(
            type.Fields.Values.Select(
                (field, index) =>
                    Description(field.Description, Indentation, index == 0)
                    + $"{Indentation}{field.Name}{Arguments(field.Arguments, Indentation)}: {field.Type}"
                    + Deprecation(field.DeprecationReason)
                    + Applied(field.Node?.Directives)
            )
        );

    private string EnumValueLine(EnumValue value, int index) =>
        Description(value.Description, Indentation, index == 0)
        + $"{Indentation}{value.Name}{Deprecation(value.DeprecationReason)}{Applied(value.Node?.Directives)}";

    private string InputFieldLine(InputValue field, int index) =>
        Description(field.Description, Indentation, index == 0) + Indentation + PrintInputValue(field);

    /// <summary>In one line, or a line each where one has a description.</summary>
    private string Arguments(OrderedDictionary<string, InputValue> arguments, string indentation)
    {
        if (arguments.Count == 0)
        {
            return "";
        }

        if (arguments.Values.All(argument => argument.Description is null))
        {
            return $"({string.Join(", ", arguments.Values.Select(PrintInputValue))})";
        }

        var inner = indentation + Indentation;
        var lines = arguments.Values.Select(
            (argument, index) =>
                Description(argument.Description, inner, index == 0) + inner + PrintInputValue(argument)
        );
        return $"(\n{string.Join('\n', lines)}\n{indentation})";
    }

    private string PrintInputValue(InputValue value) =>
        $"{value.Name}: {value.Type}"
        + (value.DefaultValue is { } defaultValue ? " = " + Printer.Print(defaultValue) : "")
        + Deprecation(value.DeprecationReason)
        + Applied(value.Node?.Directives);
}
