using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Validation;

namespace RegionalNetwork.GraphQL.Tests.Validation;

public sealed class DocumentValidatorTests
{
    [Fact]
    public void Valid_document_has_no_errors() =>
        Assert.Empty(
            Errors(
                """
                query getOwner($deep: Boolean! = true) {
                  dog { ...dogParts owner @include(if: $deep) { pets { __typename name } } }
                }
                fragment dogParts on Dog { name loud: barkVolume doesKnowCommand(dogCommand: SIT) }
                """,
                ValidationLimits.Request
            )
        );

    [Fact]
    public void Rules_report_together_in_the_order_of_the_document() =>
        Assert.Equal(
            [
                "2:12 Unknown directive \"@unknown\".",
                "2:23 Cannot query field \"nothing\" on type \"Dog\".",
                "1:7 Variable \"$unused\" is never used.",
                "4:1 Fragment \"f\" is never used.",
            ],
            Errors(
                """
                query($unused: Int) {
                  dog      @unknown { nothing }
                }
                fragment f on Dog { name }
                """,
                ValidationLimits.Request
            )
        );

    [Fact]
    public void Document_past_a_protective_limit_is_looked_at_no_further() =>
        Assert.Equal(
            [
                "1:9 The document has more than 1 aliases. Ask for lists instead of single objects, or send several smaller requests.",
            ],
            Errors("{ a: x  b: y }", ValidationLimits.Request with { MaxAliases = 1 })
        );

    [Fact]
    public void Steps_of_all_rules_have_one_limit()
    {
        const string Document =
            "query a($v: Int) { arguments { ...f } } query b($v: Int) { arguments { ...f } } "
            + "fragment f on Arguments { intArgField(intArg: $v) }";
        Assert.Empty(Errors(Document, ValidationLimits.Request));
        var error = Assert.Single(Errors(Document, ValidationLimits.Request with { MaxValidationSteps = 5 }));
        Assert.StartsWith("The document takes more than 5 steps to validate.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Operations_that_share_large_fragments_run_out_of_steps()
    {
        var operations = Enumerable.Range(0, 600).Select(n => $"query q{n}($v: Int) {{ arguments {{ ...f }} }}");
        var usages = Enumerable.Repeat("intArgField(intArg: $v)", 900);
        var document = $"{string.Join(' ', operations)} fragment f on Arguments {{ {string.Join(' ', usages)} }}";
        var error = Assert.Single(Errors(document, ValidationLimits.Request));
        Assert.StartsWith("The document takes more than 500000 steps to validate.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Error_about_a_thousand_places_points_at_the_first_forty()
    {
        var arguments = string.Join(' ', Enumerable.Repeat("name: 1", 1_000));
        var errors = DocumentValidator.Validate(
            Parser.Parse($"{{ dog {{ name @tag({arguments}) }} }}"),
            ExampleSchema.Schema,
            ValidationLimits.Request
        );
        Assert.Equal(Limits.MaxErrorLocations, errors[0].Locations.Count);
    }

    [Fact]
    public void Error_that_quotes_a_very_long_name_is_cut_short()
    {
        var prefix = "Cannot query field \"".Length;
        var atLimit = Limits.MaxErrorMessageCharacters - "Cannot query field \"\" on type \"Query\".".Length;
        Assert.EndsWith("on type \"Query\".", Message(atLimit), StringComparison.Ordinal);
        Assert.EndsWith("on type \"Query\"...", Message(atLimit + 1), StringComparison.Ordinal);
        Assert.Equal(Limits.MaxErrorMessageCharacters + 3, Message(atLimit + prefix).Length);

        static string Message(int characters) =>
            DocumentValidator
                .Validate(
                    Parser.Parse($"{{ {new string('x', characters)} }}"),
                    ExampleSchema.Schema,
                    ValidationLimits.Request
                )[0]
                .Message;
    }

    private static IEnumerable<string> Errors(string document, ValidationLimits limits) =>
        DocumentValidator.Validate(Parser.Parse(document), ExampleSchema.Schema, limits).Select(RuleTests.Show);
}
