using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class KnownDirectivesTests() : RuleTests(nameof(KnownDirectives))
{
    [Fact]
    public void Directives_in_their_places_are_accepted() =>
        Accepts(
            """
            query @tag(name: "q") { dog @include(if: true) { ... @skip(if: false) { name @repeated } } }
            """
        );

    [Fact]
    public void Unknown_directive_is_refused() =>
        Refuses(
            """
            { dog @unknown { name } }
            """,
            "1:7 Unknown directive \"@unknown\"."
        );

    [Fact]
    public void Directive_in_a_wrong_place_is_refused() =>
        Refuses(
            """
            query @skip(if: $foo) {
              dog { ...f @repeated }
            }
            fragment f on Dog @tag(name: "f") { ... @repeated { name } }
            mutation ($foo: Boolean @include(if: true)) @deprecated { addPet { name } }
            """,
            "1:7 Directive \"@skip\" may not be used on QUERY.",
            "2:14 Directive \"@repeated\" may not be used on FRAGMENT_SPREAD.",
            "4:19 Directive \"@tag\" may not be used on FRAGMENT_DEFINITION.",
            "4:41 Directive \"@repeated\" may not be used on INLINE_FRAGMENT.",
            "5:25 Directive \"@include\" may not be used on VARIABLE_DEFINITION.",
            "5:45 Directive \"@deprecated\" may not be used on MUTATION."
        );
}
