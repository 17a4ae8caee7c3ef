using System.Globalization;
using System.Text;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Language;

public static partial class Printer
{
    private const int MaxInlineBlockStringCharacters = 70;

    private static string PrintValue(ValueNode node) =>
        node switch
        {
            VariableNode variable => "$" + variable.Name.Value,
            IntValueNode number => number.Text,
            FloatValueNode number => number.Text,
            StringValueNode text => text.IsBlock ? PrintBlockString(text.Value) : PrintString(text.Value),
            BooleanValueNode flag => flag.Value ? "true" : "false",
            NullValueNode => "null",
            EnumValueNode name => name.Value,
            ListValueNode list => $"[{string.Join(", ", list.Values.Select(PrintValue))}]",
            ObjectValueNode fields => $"{{{string.Join(", ", fields.Fields.Select(Print))}}}",
            _ => throw new ArgumentException($"A {node.GetType().Name} has no text.", nameof(node)),
        };

    private static string PrintType(TypeNode node) =>
        node switch
        {
            ListTypeNode list => $"[{PrintType(list.Type)}]",
            NonNullTypeNode nonNull => PrintType(nonNull.Type) + "!",
            _ => ((NamedTypeNode)node).Name.Value,
        };

    private static string PrintDefault(ValueNode? value) => value is null ? "" : "= " + PrintValue(value);

    private static string PrintDescription(StringValueNode? description) =>
        description is null ? "" : PrintValue(description) + "\n";

    /// <summary>A quoted string with control characters escaped.</summary>
    public static string PrintString(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
        {
            switch (character)
            {
                case '"' or '\\':
                    text.Append('\\').Append(character);
                    break;
                case '\b':
                    text.Append("\\b");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\f':
                    text.Append("\\f");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case < ' ' or (>= '\u007F' and <= '\u009F'):
                    text.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
                    break;
                default:
                    text.Append(character);
                    break;
            }
        }

        return text.Append('"').ToString();
    }

    /// <summary>A block string whose value is exactly this. Long or ragged text gets lines of its own.</summary>
    public static string PrintBlockString(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = escaped.ReplaceLineEndings("\n").Split('\n');
        var isSingleLine = lines.Length == 1;

        // Without a line break first, the indentation of the other lines would be taken for common indentation.
        var needsLeadingBreak =
            !isSingleLine && Array.TrueForAll(lines[1..], line => line.Length == 0 || IsWhiteSpace(line[0]));
        var endsInTripleQuotes = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var needsTrailingBreak = (value.EndsWith('"') && !endsInTripleQuotes) || value.EndsWith('\\');
        var isMultiline =
            !isSingleLine || value.Length > MaxInlineBlockStringCharacters || needsTrailingBreak || endsInTripleQuotes;

        // White space at the start of a single line is kept only on the line of the opening quotes.
        var keepsFirstLine = isSingleLine && value.Length > 0 && IsWhiteSpace(value[0]);
        var leading = (isMultiline && !keepsFirstLine) || needsLeadingBreak ? "\n" : "";
        var trailing = isMultiline || needsTrailingBreak ? "\n" : "";
        return $"\"\"\"{leading}{escaped}{trailing}\"\"\"";
    }

    private static bool IsWhiteSpace(char character) => character is ' ' or '\t';
}
