using System.Collections;
using System.Globalization;
using System.Text.Json;
using RegionalNetwork.GraphQL.Language;

namespace RegionalNetwork.GraphQL.TypeSystem.Scalars;

/// <summary>Shows a value in an error message: enough to recognise it, never all of a large one.</summary>
public static class Inspection
{
    private const int MaxItems = 10;
    private const int MaxNestingLevels = 2;
    private const int MaxTextCharacters = 200;

    public static string Of(object? value) => Show(value, 0);

    private static string Show(object? value, int level) =>
        value switch
        {
            null => "null",
            JsonElement element => Show(element, level),
            string text => Printer.PrintString(Shorten(text)),
            bool flag => flag ? "true" : "false",
            double.NaN => "NaN",
            double.PositiveInfinity => "Infinity",
            double.NegativeInfinity => "-Infinity",
            _ when JsNumber.TryFrom(value, out var number) => JsNumber.ToText(number),
            IDictionary fields => ShowObject(
                fields.Keys.Cast<object>().Select(key => (key.ToString() ?? "", fields[key])),
                level
            ),
            IEnumerable items => ShowList(items.Cast<object?>(), level),
            IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
            _ => $"[{value.GetType().Name}]",
        };

    private static string Show(JsonElement element, int level) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => ShowObject(
                element.EnumerateObject().Select(member => (member.Name, (object?)member.Value)),
                level
            ),
            JsonValueKind.Array => ShowList(element.EnumerateArray().Select(item => (object?)item), level),
            JsonValueKind.Number => JsNumber.ToText(element.GetDouble()),
            JsonValueKind.Undefined => "undefined",
            _ => Shorten(element.GetRawText()),
        };

    private static string ShowObject(IEnumerable<(string Name, object? Value)> fields, int level)
    {
        var first = fields.Take(MaxItems + 1).ToList();
        if (first.Count > 0 && level >= MaxNestingLevels)
        {
            return "[Object]";
        }

        var shown = first.Select(
            (field, index) => index < MaxItems ? $"{field.Name}: {Show(field.Value, level + 1)}" : "..."
        );
        return first.Count == 0 ? "{}" : $"{{ {string.Join(", ", shown)} }}";
    }

    private static string ShowList(IEnumerable<object?> items, int level)
    {
        var list = items.ToList();
        if (list.Count > 0 && level >= MaxNestingLevels)
        {
            return "[Array]";
        }

        var shown = list.Take(MaxItems).Select(item => Show(item, level + 1)).ToList();
        var more = list.Count - MaxItems;
        if (more > 0)
        {
            shown.Add(more == 1 ? "... 1 more item" : $"... {more} more items");
        }

        return $"[{string.Join(", ", shown)}]";
    }

    private static string Shorten(string text) =>
        text.Length <= MaxTextCharacters ? text : text[..MaxTextCharacters] + "...";
}
