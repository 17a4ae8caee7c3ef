using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Language;

public static partial class Printer
{
    private static string PrintTypeSystem(TypeSystemNode node)
    {
        var parts = node switch
        {
            SchemaNode schema => JoinWords("schema", PrintDirectives(schema.Directives), Block(schema.OperationTypes)),
            DirectiveDefinitionNode directive => PrintDirectiveDefinition(directive),
            TypeDefinitionNode type => PrintTypeDefinition(type),
            _ => throw new ArgumentException($"A {node.GetType().Name} has no text.", nameof(node)),
        };
        return PrintDescription(node.Description) + (node.IsExtension ? "extend " : "") + parts;
    }

    private static string PrintTypeDefinition(TypeDefinitionNode node)
    {
        var directives = PrintDirectives(node.Directives);
        var name = node.Name.Value;
        return node switch
        {
            ScalarTypeNode => JoinWords("scalar", name, directives),
            ObjectTypeNode type => JoinWords("type", name, Implements(type.Interfaces), directives, Block(type.Fields)),
            InterfaceTypeNode type => JoinWords(
                "interface",
                name,
                Implements(type.Interfaces),
                directives,
                Block(type.Fields)
            ),
            UnionTypeNode union => JoinWords("union", name, directives, Members(union.Types)),
            EnumTypeNode type => JoinWords("enum", name, directives, Block(type.Values)),
            InputObjectTypeNode type => JoinWords("input", name, directives, Block(type.Fields)),
            _ => throw new ArgumentException($"A {node.GetType().Name} has no text.", nameof(node)),
        };
    }

    private static string PrintOperationType(OperationTypeNode node) =>
        $"{Keyword(node.Operation)}: {node.Type.Name.Value}";

    private static string PrintDirectiveDefinition(DirectiveDefinitionNode node) =>
        JoinWords(
            $"directive @{node.Name.Value}{PrintArgumentDefinitions(node.Arguments)}",
            node.IsRepeatable ? "repeatable" : "",
            "on",
            string.Join(" | ", node.Locations.Select(location => location.Value))
        );

    private static string PrintFieldDefinition(FieldDefinitionNode node) =>
        PrintDescription(node.Description)
        + JoinWords(
            $"{node.Name.Value}{PrintArgumentDefinitions(node.Arguments)}: {PrintType(node.Type)}",
            PrintDirectives(node.Directives)
        );

    private static string PrintInputValue(InputValueNode node) =>
        PrintDescription(node.Description)
        + JoinWords(
            $"{node.Name.Value}: {PrintType(node.Type)}",
            PrintDefault(node.DefaultValue),
            PrintDirectives(node.Directives)
        );

    private static string PrintEnumValue(EnumValueDefinitionNode node) =>
        PrintDescription(node.Description) + JoinWords(node.Name.Value, PrintDirectives(node.Directives));

    private static string PrintArgumentDefinitions(IReadOnlyList<InputValueNode> nodes)
    {
        var arguments = nodes.Select(PrintInputValue).ToList();
        return HasLineBreak(arguments) ? Lines("(", arguments, ")") : List("(", arguments, ")");
    }

    private static string Implements(IReadOnlyList<NamedTypeNode> interfaces) =>
        interfaces.Count == 0 ? "" : "implements " + string.Join(" & ", interfaces.Select(Print));

    private static string Members(IReadOnlyList<NamedTypeNode> types) =>
        types.Count == 0 ? "" : "= " + string.Join(" | ", types.Select(Print));

    private static string Block(IReadOnlyList<Node> nodes) => Lines("{", nodes.Select(Print), "}");
}
