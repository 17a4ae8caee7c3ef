using System.Text.Json;
using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Tests.Benchmarking;

namespace RegionalNetwork.Domain.Tests.Returns;

/// <summary>Indicators of a return count what the return's table schema has.</summary>
public sealed class ReturnIndicatorsTests
{
    public static TheoryData<string> Returns => [.. ReturnSchemas.Names];

    [Theory]
    [MemberData(nameof(Returns))]
    public void Numerators_and_denominators_are_fields_described_in_the_same_words(string name)
    {
        var fields = ReturnSchemas.FieldsOf(ReturnSchemas.Read(name));

        Assert.All(
            IndicatorsOf(name),
            indicator =>
            {
                var entry = indicator.Entry!;
                Assert.Equal(fields[indicator.Numerator!].Text("description"), entry.NumeratorDescription);
                if (indicator.Denominator is { } denominator)
                {
                    Assert.Equal(fields[denominator].Text("description"), entry.DenominatorDescription);
                }
            }
        );
    }

    [Theory]
    [MemberData(nameof(Returns))]
    public void Every_number_of_a_return_is_used_by_an_indicator(string name)
    {
        var used = IndicatorsOf(name)
            .SelectMany(indicator => new[] { indicator.Numerator, indicator.Denominator })
            .ToHashSet();
        var asked = ReturnSchemas
            .FieldsOf(ReturnSchemas.Read(name))
            .Values.Where(field => field.Network().Text("kind") is not ("key" or "filter"))
            .Select(field => field.Text("name"));

        Assert.Empty(asked.Except(used));
    }

    [Theory]
    [MemberData(nameof(Returns))]
    public void Slices_and_groups_are_items_of_the_returns_filters(string name)
    {
        var fields = ReturnSchemas.FieldsOf(ReturnSchemas.Read(name));

        Assert.All(
            IndicatorsOf(name).SelectMany(SlicesOf),
            slice => Assert.Contains(slice.Item, fields[slice.Dimension].ItemsOf())
        );
    }

    [Theory]
    [MemberData(nameof(Returns))]
    public void Indicator_is_at_least_as_sensitive_as_what_it_is_made_of(string name)
    {
        var fields = ReturnSchemas.FieldsOf(ReturnSchemas.Read(name));

        Assert.All(
            IndicatorsOf(name),
            indicator =>
            {
                var parts = new[] { indicator.Numerator, indicator.Denominator }
                    .OfType<string>()
                    .Concat(SlicesOf(indicator).Select(slice => slice.Dimension));
                var most = parts.Max(part => SensitivityOf(fields[part]));
                Assert.True(indicator.Sensitivity >= most, $"{indicator.Code} is {indicator.Sensitivity}, not {most}.");
            }
        );
    }

    private static IReadOnlyList<IndicatorDefinition> IndicatorsOf(string name) =>
        CatalogueFiles.Catalogue.Collections.Single(collection => collection.Slug == name).Indicators;

    private static IEnumerable<SliceItem> SlicesOf(IndicatorDefinition indicator) =>
        indicator.Groups is { } groups
            ?
            [
                .. indicator.Where,
                .. indicator.DenominatorWhere ?? [],
                new(groups.Dimension, groups.Group),
                new(groups.Dimension, groups.Reference),
            ]
            : [.. indicator.Where, .. indicator.DenominatorWhere ?? []];

    private static Sensitivity SensitivityOf(JsonElement field) =>
        field.Network().Text("sensitivity") switch
        {
            "public" => Sensitivity.Public,
            "standard" => Sensitivity.Standard,
            "sensitive" => Sensitivity.Sensitive,
            _ => Sensitivity.NeverLocal,
        };
}
