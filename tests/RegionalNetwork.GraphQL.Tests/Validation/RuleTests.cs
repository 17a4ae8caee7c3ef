using System.Diagnostics.CodeAnalysis;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.Validation;

namespace RegionalNetwork.GraphQL.Tests.Validation;

/// <summary>Tests of one rule alone, over the schema that the specification's own examples use.</summary>
public abstract class RuleTests(string rule)
{
    private readonly SpecifiedRule _rule = SpecifiedRules.All.Single(candidate => candidate.Name == rule);

    protected void Accepts([StringSyntax("graphql")] string document) =>
        Assert.Empty(Errors(ExampleSchema.Schema, document));

    /// <param name="errors">Each as its locations and its message: "2:3 4:3 Something is wrong."</param>
    protected void Refuses([StringSyntax("graphql")] string document, params string[] errors) =>
        Refuses(ExampleSchema.Schema, document, errors);

    protected void Refuses(Schema schema, [StringSyntax("graphql")] string document, params string[] errors) =>
        Assert.Equal(errors, Errors(schema, document));

    private IEnumerable<string> Errors(Schema schema, string document)
    {
        var context = new ValidationContext(Parser.Parse(document), schema, ValidationLimits.Request);
        DocumentValidator.Walk(context, [_rule]);
        return context.Errors.Select(Show);
    }

    internal static string Show(GraphQLError error) =>
        string.Join(' ', [.. error.Locations.Select(at => $"{at.Line}:{at.Column}"), error.Message]);
}
