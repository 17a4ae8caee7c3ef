using System.Text.Json;

namespace RegionalNetwork.Domain.Tests.Returns;

/// <summary>Each return's schema is a Frictionless Table Schema (https://specs.frictionlessdata.io/table-schema/) whose names all
/// lead somewhere.</summary>
public sealed class ReturnSchemaTests
{
    private const int RowsMax = 100;

    private const int NameCharactersMax = 50;

    private static readonly Dictionary<string, string> TypeOfKind = new()
    {
        ["key"] = "string",
        ["filter"] = "string",
        ["count"] = "integer",
        ["fte"] = "number",
        ["amount"] = "number",
        ["score"] = "number",
    };

    private static readonly string[] KeyFields = ["time_period", "time_identifier", "new_la_code", "la_name"];

    public static TheoryData<string> Returns => [.. ReturnSchemas.Names];

    [Fact]
    public void Six_collections_have_a_schema() =>
        Assert.Equal(
            ["agency", "learning-and-placements", "practice-audit", "sc-wres", "social-work-health-check", "workforce"],
            ReturnSchemas.Names
        );

    [Theory]
    [MemberData(nameof(Returns))]
    public void Fields_have_unique_short_names_and_say_what_to_count(string name)
    {
        var fields = ReturnSchemas.Read(name).GetProperty("fields").EnumerateArray().ToArray();

        Assert.Equal(fields.Length, fields.Select(field => field.Text("name")).Distinct().Count());
        Assert.Equal(KeyFields, fields.Take(KeyFields.Length).Select(field => field.Text("name")));
        Assert.All(
            fields,
            field =>
            {
                Assert.True(IsSnakeCase(field.Text("name")), field.Text("name"));
                Assert.InRange(field.Text("name").Length, 1, NameCharactersMax);
                Assert.NotEmpty(field.Text("title"));
                Assert.EndsWith(".", field.Text("description"), StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Returns))]
    public void Type_and_bounds_of_a_field_follow_from_its_kind(string name) =>
        Assert.All(
            ReturnSchemas.FieldsOf(ReturnSchemas.Read(name)).Values,
            field =>
            {
                var kind = field.Network().Text("kind");
                Assert.Equal(TypeOfKind[kind], field.Text("type"));
                if (kind is not ("key" or "filter"))
                {
                    var constraints = field.GetProperty("constraints");
                    Assert.Equal(0, constraints.GetProperty("minimum").GetInt32());
                    Assert.True(constraints.GetProperty("maximum").GetInt64() > 0);
                    // Required would refuse a symbol, which stands for no number.
                    Assert.False(constraints.TryGetProperty("required", out _));
                    Assert.InRange(field.Network().GetProperty("swingPercent").GetInt32(), 1, 100);
                }
            }
        );

    [Theory]
    [MemberData(nameof(Returns))]
    public void Sensitivity_of_every_field_but_keys_is_known(string name)
    {
        var fields = ReturnSchemas.FieldsOf(ReturnSchemas.Read(name)).Values;

        Assert.All(
            fields.Where(field => field.Network().Text("kind") != "key"),
            field =>
                Assert.Contains(
                    field.Network().Text("sensitivity"),
                    (string[])["public", "standard", "sensitive", "never-local"]
                )
        );
    }

    [Theory]
    [MemberData(nameof(Returns))]
    public void Filters_have_items_with_a_total_and_few_rows_together(string name)
    {
        var filters = ReturnSchemas
            .FieldsOf(ReturnSchemas.Read(name))
            .Values.Where(field => field.Network().Text("kind") == "filter")
            .Select(filter => filter.ItemsOf())
            .ToArray();

        Assert.All(filters, items => Assert.Contains("Total", items));
        Assert.All(filters, items => Assert.Equal(items.Length, items.Distinct().Count()));
        Assert.InRange(filters.Aggregate(1, (rows, items) => rows * items.Length), 1, RowsMax);
    }

    [Theory]
    [MemberData(nameof(Returns))]
    public void Primary_key_is_period_council_and_every_filter(string name)
    {
        var schema = ReturnSchemas.Read(name);
        var filters = ReturnSchemas
            .FieldsOf(schema)
            .Values.Where(field => field.Network().Text("kind") == "filter")
            .Select(filter => filter.Text("name"));

        Assert.Equal(["time_period", "time_identifier", "new_la_code", .. filters], schema.Texts("primaryKey"));
        Assert.Equal(["z", "x", "c", "low", "k", "u"], schema.Texts("missingValues"));
    }

    [Theory]
    [MemberData(nameof(Returns))]
    public void Totals_rules_and_changes_name_fields_that_exist(string name)
    {
        var schema = ReturnSchemas.Read(name);
        var fields = ReturnSchemas.FieldsOf(schema);
        var network = schema.Network();

        Assert.All(
            network.GetProperty("totals").EnumerateArray(),
            total =>
            {
                Assert.Contains(total.Text("total"), fields[total.Text("dimension")].ItemsOf());
                Assert.All(total.Texts("fields"), field => AssertIsItem(fields, field));
            }
        );
        Assert.All(
            network.GetProperty("rules").EnumerateArray(),
            rule =>
            {
                Assert.Equal("not-more-than", rule.Text("kind"));
                AssertIsItem(fields, rule.Text("field"));
                AssertIsItem(fields, rule.Text("than"));
                Assert.NotEqual(rule.Text("field"), rule.Text("than"));
                Assert.EndsWith(".", rule.Text("message"), StringComparison.Ordinal);
            }
        );
        Assert.All(
            network.GetProperty("definitionChanges").EnumerateArray(),
            change => Assert.All(change.Texts("fields"), field => AssertIsItem(fields, field))
        );
    }

    [Theory]
    [MemberData(nameof(Returns))]
    public void Collection_says_its_name_rhythm_scope_and_day(string name)
    {
        var schema = ReturnSchemas.Read(name);
        var network = schema.Network();
        var day = network.GetProperty("referenceDay");

        Assert.Equal((name, schema.Text("title")), (network.Text("collection"), network.Text("title")));
        Assert.Contains(network.Text("frequency"), (string[])["annual", "quarterly", "monthly"]);
        Assert.Contains(network.Text("scope"), (string[])["children", "adults", "both"]);
        Assert.Equal(network.Texts("timeIdentifiers"), ReturnSchemas.FieldsOf(schema)["time_identifier"].ItemsOf());
        Assert.InRange(
            day.GetProperty("day").GetInt32(),
            1,
            DateTime.DaysInMonth(2023, day.GetProperty("month").GetInt32())
        );
    }

    private static bool IsSnakeCase(string name) =>
        char.IsAsciiLetterLower(name[0])
        && name.All(each => char.IsAsciiLetterLower(each) || char.IsAsciiDigit(each) || each == '_');

    private static void AssertIsItem(IReadOnlyDictionary<string, JsonElement> fields, string field)
    {
        Assert.True(fields.ContainsKey(field), $"No field is called {field}.");
        Assert.False(fields[field].Network().Text("kind") is "key" or "filter", $"{field} holds no number.");
    }
}
