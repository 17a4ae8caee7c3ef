using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Language;

/// <summary>
/// Writes a syntax tree as text that parses to the same tree, laid out as the reference implementation does. Comments are
/// lost, block strings stay block strings.
/// </summary>
public static partial class Printer
{
    private const int MaxArgumentLineCharacters = 80;

    public static string Print(Node node) =>
        node switch
        {
            NameNode name => name.Value,
            ValueNode value => PrintValue(value),
            ObjectFieldNode field => $"{field.Name.Value}: {PrintValue(field.Value)}",
            TypeNode type => PrintType(type),
            DocumentNode document => string.Join("\n\n", document.Definitions.Select(Print)),
            OperationDefinitionNode operation => PrintOperation(operation),
            FragmentDefinitionNode fragment => PrintFragment(fragment),
            VariableDefinitionNode variable => PrintVariableDefinition(variable),
            SelectionSetNode selections => PrintSelectionSet(selections),
            SelectionNode selection => PrintSelection(selection),
            ArgumentNode argument => PrintArgument(argument),
            DirectiveNode directive => PrintDirective(directive),
            TypeSystemNode definition => PrintTypeSystem(definition),
            FieldDefinitionNode field => PrintFieldDefinition(field),
            InputValueNode value => PrintInputValue(value),
            EnumValueDefinitionNode value => PrintEnumValue(value),
            OperationTypeNode operationType => PrintOperationType(operationType),
            _ => throw new ArgumentException($"A {node.GetType().Name} has no text.", nameof(node)),
        };

    private static string PrintOperation(OperationDefinitionNode node)
    {
        var variables = node.VariableDefinitions.Select(PrintVariableDefinition).ToList();
        var prefix =
            PrintDescription(node.Description)
            + JoinWords(
                Keyword(node.Operation),
                node.Name?.Value + (HasLineBreak(variables) ? Lines("(", variables, ")") : List("(", variables, ")")),
                PrintDirectives(node.Directives)
            );
        return (prefix == "query" ? "" : prefix + " ") + PrintSelectionSet(node.SelectionSet);
    }

    private static string PrintVariableDefinition(VariableDefinitionNode node) =>
        PrintDescription(node.Description)
        + JoinWords(
            $"${node.Variable.Name.Value}: {PrintType(node.Type)}",
            PrintDefault(node.DefaultValue),
            PrintDirectives(node.Directives)
        );

    private static string PrintFragment(FragmentDefinitionNode node) =>
        PrintDescription(node.Description)
        + JoinWords(
            $"fragment {node.Name.Value} on {node.TypeCondition.Name.Value}",
            PrintDirectives(node.Directives),
            PrintSelectionSet(node.SelectionSet)
        );

    private static string PrintSelectionSet(SelectionSetNode? node) =>
        node is null ? "" : Lines("{", node.Selections.Select(PrintSelection), "}");

    private static string PrintSelection(SelectionNode node) =>
        node switch
        {
            FieldNode field => PrintField(field),
            FragmentSpreadNode spread => JoinWords("..." + spread.Name.Value, PrintDirectives(spread.Directives)),
            InlineFragmentNode fragment => JoinWords(
                "...",
                fragment.TypeCondition is { } type ? "on " + type.Name.Value : "",
                PrintDirectives(fragment.Directives),
                PrintSelectionSet(fragment.SelectionSet)
            ),
            _ => throw new ArgumentException($"A {node.GetType().Name} has no text.", nameof(node)),
        };

    private static string PrintField(FieldNode node)
    {
        var name = node.Alias is { } alias ? $"{alias.Value}: {node.Name.Value}" : node.Name.Value;
        var arguments = node.Arguments.Select(PrintArgument).ToList();
        var line = name + List("(", arguments, ")");
        if (line.Length > MaxArgumentLineCharacters)
        {
            line = name + Lines("(", arguments, ")");
        }

        return JoinWords(line, PrintDirectives(node.Directives), PrintSelectionSet(node.SelectionSet));
    }

    private static string PrintArgument(ArgumentNode node) => $"{node.Name.Value}: {PrintValue(node.Value)}";

    private static string PrintDirectives(IReadOnlyList<DirectiveNode> nodes) =>
        string.Join(' ', nodes.Select(PrintDirective));

    private static string PrintDirective(DirectiveNode node) =>
        "@" + node.Name.Value + List("(", node.Arguments.Select(PrintArgument), ")");

    private static string Keyword(OperationKind operation) =>
        operation switch
        {
            OperationKind.Mutation => "mutation",
            OperationKind.Subscription => "subscription",
            _ => "query",
        };

    /// <summary>The parts that are not empty, with a space between them.</summary>
    private static string JoinWords(params IEnumerable<string> parts) =>
        string.Join(' ', parts.Where(part => part.Length > 0));

    /// <summary>On one line; nothing at all where there are no items.</summary>
    private static string List(string open, IEnumerable<string> items, string close)
    {
        var list = string.Join(", ", items);
        return list.Length == 0 ? "" : open + list + close;
    }

    /// <summary>A line each, indented; nothing at all where there are no items.</summary>
    private static string Lines(string open, IEnumerable<string> items, string close)
    {
        var lines = string.Join('\n', items);
        return lines.Length == 0 ? "" : $"{open}\n  {lines.Replace("\n", "\n  ", StringComparison.Ordinal)}\n{close}";
    }

    private static bool HasLineBreak(IEnumerable<string> items) => items.Any(item => item.Contains('\n'));
}
