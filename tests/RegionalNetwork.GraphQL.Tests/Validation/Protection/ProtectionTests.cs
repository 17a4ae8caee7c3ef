using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.Validation;

namespace RegionalNetwork.GraphQL.Tests.Validation.Protection;

/// <summary>What tests of one limit share: a schema that allows any depth, and limits that keep out of the way.</summary>
public abstract class ProtectionTests
{
    private static readonly Schema Schema = SchemaBuilder.Build(
        """
        type Query {
          a: Query
          b: Query
          value: Int
        }
        """
    );

    protected static ValidationLimits NoLimits { get; } =
        new(
            MaxErrors: int.MaxValue,
            MaxAliases: int.MaxValue,
            MaxSelectionDepthLevels: int.MaxValue,
            MaxExpandedFields: int.MaxValue,
            MaxIntrospectionListLevels: int.MaxValue,
            MaxDirectives: int.MaxValue,
            MaxDirectivesPerLocation: int.MaxValue,
            MaxRootFields: int.MaxValue,
            MaxIntrospectionFields: int.MaxValue,
            MaxValidationSteps: int.MaxValue
        );

    protected static IEnumerable<string> Errors(string document, ValidationLimits limits) =>
        DocumentValidator.Validate(Parser.Parse(document), Schema, limits).Select(RuleTests.Show);

    protected static string Repeat(int times, Func<int, string> text) =>
        string.Join(' ', Enumerable.Range(0, times).Select(text));

    /// <summary>Fields inside one another, the innermost a leaf.</summary>
    protected static string Nest(int levels) =>
        string.Concat(Enumerable.Repeat("a { ", levels - 1)) + "value" + new string('}', levels - 1);
}
