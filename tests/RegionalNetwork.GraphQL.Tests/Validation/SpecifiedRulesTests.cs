using RegionalNetwork.GraphQL.Validation;

namespace RegionalNetwork.GraphQL.Tests.Validation;

public sealed class SpecifiedRulesTests
{
    [Fact]
    public void Every_rule_is_in_the_list_under_its_own_name()
    {
        var rules = typeof(IValidationRule).Assembly.GetTypes().Where(type => type.IsClass && IsRule(type));
        Assert.Equal(
            rules.Select(type => type.Name).Order(StringComparer.Ordinal),
            SpecifiedRules.All.Select(rule => rule.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_rule_has_a_test_class_of_its_name()
    {
        var tests = typeof(SpecifiedRulesTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet();
        Assert.All(SpecifiedRules.All, rule => Assert.Contains($"{rule.Name}Tests", tests));
    }

    private static bool IsRule(Type type) => typeof(IValidationRule).IsAssignableFrom(type);
}
