using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Returns.Checks;

namespace RegionalNetwork.Domain.Returns.Collections;

/// <summary>The columns of a table schema.</summary>
internal sealed class SchemaColumns
{
    private static readonly Dictionary<string, bool> NumberTypes = new() { ["integer"] = true, ["number"] = false };

    private static readonly Dictionary<string, ReturnFieldKind> Kinds = new()
    {
        ["count"] = ReturnFieldKind.Count,
        ["fte"] = ReturnFieldKind.Fte,
        ["amount"] = ReturnFieldKind.Amount,
        ["score"] = ReturnFieldKind.Score,
    };

    private static readonly Dictionary<string, Sensitivity> Sensitivities = new()
    {
        ["public"] = Sensitivity.Public,
        ["standard"] = Sensitivity.Standard,
        ["sensitive"] = Sensitivity.Sensitive,
        ["never-local"] = Sensitivity.NeverLocal,
    };

    private readonly string[] _names;

    public SchemaColumns(IReadOnlyList<MappingNode> columns)
    {
        _names = [.. columns.Select(column => column.Text("name"))];
        MappingNode[] rest = [.. columns.Skip(ReturnCollection.KeyColumns.Count)];
        Breakdowns = [.. rest.TakeWhile(IsFilter).Select(BreakdownOf)];
        Fields = [.. rest.Skip(Breakdowns.Count).Select(FieldOf)];
    }

    public IReadOnlyList<ReturnBreakdown> Breakdowns { get; }

    public IReadOnlyList<ReturnField> Fields { get; }

    public void Check(MappingNode root)
    {
        if (!_names.Take(ReturnCollection.KeyColumns.Count).SequenceEqual(ReturnCollection.KeyColumns))
        {
            root.Fault("fields", $"must begin with {string.Join(", ", ReturnCollection.KeyColumns)}");
        }

        if (Fields.Count is 0 or > Limits.FieldsPerReturn)
        {
            root.Fault("fields", $"must have 1 to {Limits.FieldsPerReturn} columns of figures");
        }

        if (Breakdowns.Aggregate(1, (rows, breakdown) => rows * breakdown.Items.Count) > Limits.ItemsPerReturn)
        {
            root.Fault("fields", $"must have breakdowns that make at most {Limits.ItemsPerReturn} rows together");
        }

        if (_names.Distinct(StringComparer.OrdinalIgnoreCase).Count() != _names.Length)
        {
            root.Fault("fields", "must have each name once");
        }

        foreach (
            var field in Fields.Where(field => field.People is { } people && Fields.All(one => one.Name != people))
        )
        {
            root.Fault(
                "fields",
                $"must have the column that counts the people of {field.Name}, not \"{field.People}\""
            );
        }

        foreach (var name in _names.Where(name => !IsName(name)))
        {
            root.Fault("fields", $"must have names of lower-case letters, digits and underscores, not \"{name}\"");
        }
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= Limits.DataSetNameCharacters
        && char.IsAsciiLetterLower(name[0])
        && name.All(character =>
            char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_'
        );

    private static bool IsFilter(MappingNode column) => column.Child("regionalNetwork").Text("kind") == "filter";

    private static ReturnBreakdown BreakdownOf(MappingNode column)
    {
        var constraints = column.Child("constraints");
        var items = constraints.Texts("enum");
        if (
            items.Count > Limits.ItemsPerReturn
            || items.Distinct(StringComparer.OrdinalIgnoreCase).Count() != items.Count
        )
        {
            constraints.Fault("enum", "must have each item once");
        }

        if (
            items.Any(item =>
                CellText.IsFormula(item) || item.Contains(ReturnCollection.ItemJoiner, StringComparison.Ordinal)
            )
        )
        {
            constraints.Fault("enum", "must have items that no spreadsheet runs, without a bar between blanks");
        }

        if (!items.Contains(ReturnCollection.TotalItem))
        {
            constraints.Fault("enum", $"must have the item {ReturnCollection.TotalItem}");
        }

        var own = column.Child("regionalNetwork");
        own.AllowOnly("kind", "sensitivity");
        return new ReturnBreakdown(
            column.Text("name"),
            column.Text("title"),
            items,
            own.Has("sensitivity")
                ? own.OneOf("sensitivity", Sensitivities) ?? Sensitivity.Standard
                : Sensitivity.Standard
        );
    }

    private static ReturnField FieldOf(MappingNode column)
    {
        column.AllowOnly("name", "type", "title", "description", "constraints", "regionalNetwork");
        var own = column.Child("regionalNetwork");
        own.AllowOnly("kind", "sensitivity", "swingPercent", "people");
        var constraints = column.Has("constraints") ? column.Child("constraints") : null;
        constraints?.AllowOnly("required", "minimum", "maximum");
        return new ReturnField(
            column.Text("name"),
            column.Text("title"),
            column.Text("description"),
            own.OneOf("kind", Kinds) ?? ReturnFieldKind.Count,
            column.Text("type") is var type && NumberTypes.TryGetValue(type, out var isInteger)
                ? isInteger
                : NoNumber(column),
            Bound(constraints, "minimum") ?? 0,
            Bound(constraints, "maximum"),
            own.Has("sensitivity") ? own.OneOf("sensitivity", Sensitivities) : null,
            own.Has("swingPercent") ? own.Number("swingPercent", 1, Limits.SwingPercentMax) : null,
            own.Has("people") ? own.Text("people") : null
        );
    }

    private static bool NoNumber(MappingNode column)
    {
        column.Fault("type", "must be integer or number; breakdowns stand before the figures");
        return false;
    }

    private static int? Bound(MappingNode? constraints, string member) =>
        constraints?.Has(member) == true ? constraints.Number(member, 0, int.MaxValue) : null;
}
