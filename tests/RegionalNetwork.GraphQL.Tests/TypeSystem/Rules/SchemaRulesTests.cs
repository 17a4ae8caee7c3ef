using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Tests.TypeSystem.Rules;

/// <summary>One schema a rule that breaks it; what the reference implementation knows is compared in Conformance.</summary>
public sealed class SchemaRulesTests
{
    private const string Query = "type Query { a(b: Int): Int }\n";

    [Theory]
    // Documents
    [InlineData(
        "schema { query: Query } schema { mutation: M } type M { a: Int }",
        "2:25: Must provide only one schema definition."
    )]
    [InlineData(
        "extend schema { mutation: M mutation: M } type M { a: Int }",
        "2:17: There can be only one mutation type in schema."
    )]
    [InlineData("type A { a: Int } type A { b: Int }", "2:6: There can be only one type named \"A\".")]
    [InlineData("scalar Int", "2:8: Type \"Int\" is built in. Remove this definition.")]
    [InlineData("enum E { A } extend enum E { A }", "2:10: Enum value \"E.A\" can only be defined once.")]
    [InlineData("extend type Query { a: Int }", "1:14: Field \"Query.a\" can only be defined once.")]
    [InlineData(
        "extend type Query { c(d: Int, d: Int): Int }",
        "2:23: Argument \"Query.c(d:)\" can only be defined once."
    )]
    [InlineData("directive @d on FIELD directive @d on QUERY", "2:12: There can be only one directive named \"@d\".")]
    [InlineData("extend type Query { c: Qury }", "2:24: Unknown type \"Qury\". Did you mean \"Query\"?")]
    [InlineData("extend type Query @d { c: Int }", "2:19: Unknown directive \"@d\".")]
    [InlineData("extend type Query @skip(if: true) { c: Int }", "2:19: Directive \"@skip\" may not be used on OBJECT.")]
    [InlineData(
        "directive @d on OBJECT type A @d { a: Int } extend type A @d",
        "2:31: The directive \"@d\" can only be used once at this location."
    )]
    [InlineData("extend input Query { c: Int }", "1:1: Cannot extend non-input object type \"Query\".")]
    [InlineData(
        "extend type Quer { c: Int }",
        "2:13: Cannot extend type \"Quer\" because it is not defined. Did you mean \"Query\"?"
    )]
    [InlineData(
        "extend type Query { c: Int @deprecated(raeson: \"\") }",
        "2:40: Unknown argument \"raeson\" on directive \"@deprecated\". Did you mean \"reason\"?"
    )]
    [InlineData(
        "extend type Query { c: Int @deprecated(reason: \"\", reason: \"\") }",
        "2:40: There can be only one argument named \"reason\"."
    )]
    [InlineData(
        "input I { a: Int } extend type Query { c(d: I = {a: 1, a: 2}): Int }",
        "2:50: There can be only one input field named \"a\"."
    )]
    [InlineData(
        "scalar S @specifiedBy",
        "2:10: Directive \"@specifiedBy\" argument \"url\" of type \"String!\" is required, but it was not provided."
    )]
    // Types
    [InlineData(
        "extend schema { mutation: Query }",
        "1:1: All root types must be different, \"Query\" type is used as query and mutation root types."
    )]
    [InlineData(
        "input Mutation { a: Int }",
        "2:1: Mutation root type must be Object type if provided, it cannot be Mutation."
    )]
    [InlineData(
        "type __A { a: Int }",
        "2:1: Name \"__A\" must not begin with \"__\", which is reserved by GraphQL introspection."
    )]
    [InlineData(
        "directive @d(__e: Int) on FIELD",
        "2:14: Name \"__e\" must not begin with \"__\", which is reserved by GraphQL introspection."
    )]
    [InlineData("type A", "2:1: Type A must define one or more fields.")]
    [InlineData("enum E", "2:1: Enum type E must define one or more values.")]
    [InlineData("input I", "2:1: Input Object type I must define one or more fields.")]
    [InlineData("union U", "2:1: Union type U must define one or more member types.")]
    [InlineData(
        "input I { a: Int } extend type Query { c: [I!] }",
        "2:43: The type of Query.c must be Output Type but got: [I!]."
    )]
    [InlineData(
        "extend type Query { c(d: Query): Int }",
        "2:26: The type of Query.c(d:) must be Input Type but got: Query."
    )]
    [InlineData("directive @d(e: Query) on FIELD", "2:14: The type of @d(e:) must be Input Type but got: Query.")]
    [InlineData("input I { a: Int! @deprecated }", "2:19: Required input field I.a cannot be deprecated.")]
    [InlineData("union U = Query | Query", "2:11: Union type U can only include type Query once.")]
    [InlineData("union U = Int", "2:11: Union type U can only include Object types, it cannot include Int.")]
    [InlineData(
        "interface N { id: ID! } type A implements N { id: ID }",
        "2:19: Interface field N.id expects type ID! but A.id is type ID."
    )]
    [InlineData(
        "interface N { n: Int } type A implements N { n: Int @deprecated }",
        "2:53: Interface field N.n is not deprecated, so implementation field A.n must not be deprecated."
    )]
    [InlineData(
        "interface N implements N { n: Int }",
        "2:24: Type N cannot implement itself because it would create a circular reference."
    )]
    [InlineData("input I @oneOf { a: Int! }", "2:21: OneOf input field I.a must be nullable.")]
    [InlineData(
        "input I { a: Int } extend input I @oneOf",
        "2:35: Input Object I cannot become OneOf by an extension. Put @oneOf on its definition."
    )]
    [InlineData(
        "input I { i: I! }",
        "2:11: Cannot reference Input Object \"I\" within itself through a series of non-null fields: \"i\"."
    )]
    [InlineData(
        "input I { i: I = {} }",
        "2:11: The default value of I.i needs itself through I.i. Give one of them a value that is complete."
    )]
    [InlineData(
        "input I { j: J = {} } input J { i: [I] = [{}] }",
        "2:11: The default value of I.j needs itself through I.j, J.i. Give one of them a value that is complete."
    )]
    [InlineData(
        "directive @d(a: Int @d) on ARGUMENT_DEFINITION",
        "2:1: Directive \"@d\" must not reference itself, directly or through the types of its arguments."
    )]
    [InlineData(
        "directive @d(a: I) on INPUT_FIELD_DEFINITION input I { a: Int @d }",
        "2:1: Directive \"@d\" must not reference itself, directly or through the types of its arguments."
    )]
    [InlineData("extend type Query { c(d: Int = \"1\"): Int }", "2:32: Int cannot represent non-integer value: \"1\"")]
    [InlineData(
        "extend type Query { c(d: [Int!] = [null]): Int }",
        "2:36: Expected value of type \"Int!\", found null."
    )]
    [InlineData(
        "enum E { AB } extend type Query { c(d: E = AC): Int }",
        "2:44: Value \"AC\" does not exist in \"E\" enum. Did you mean the enum value \"AB\"?"
    )]
    [InlineData(
        "input I { a: Int! } extend type Query { c(d: I = {}): Int }",
        "2:50: Field \"I.a\" of required type \"Int!\" was not provided."
    )]
    [InlineData(
        "extend type Query { c: Int @deprecated(reason: 1) }",
        "2:48: String cannot represent a non string value: 1"
    )]
    public void Broken_rule_is_reported_with_its_place(string text, string fault)
    {
        var error = Assert.Throws<SchemaException>(() => SchemaBuilder.Build(Query + text));

        Assert.Equal("schema:" + fault, Assert.Single(error.Faults).ToString());
    }

    [Theory]
    [InlineData("input I { a: I = {a: null} }")]
    [InlineData("input I { a: [I!]! = [] }")]
    [InlineData("input I { a: I }")]
    [InlineData(
        "interface N { n: N } interface M implements N { n: M } type A implements N & M { n: A! m(x: Int = 1): Int }"
    )]
    [InlineData("interface N { n: Int @deprecated } type A implements N { n: Int @deprecated }")]
    [InlineData("directive @deprecated(reason: String) on FIELD_DEFINITION")]
    [InlineData("scalar Any extend type Query { c(d: Any = {x: [1]}): Int }")]
    [InlineData("extend type Query { c(d: [[Int]] = 1): Int }")]
    [InlineData("input I @oneOf { a: Int b: Int } extend type Query { c(d: I = {a: 1}): Int }")]
    public void Schema_that_keeps_the_rules_is_built(string text) =>
        Assert.NotEmpty(SchemaBuilder.Build(Query + text).Types);

    [Fact]
    public void Directive_that_is_defined_twice_is_applied_as_it_was_defined_last()
    {
        var error = Assert.Throws<SchemaException>(() =>
            SchemaBuilder.Build(Query + "directive @d on OBJECT directive @d on ENUM type A @d { a: Int }")
        );

        Assert.Equal(
            [
                "schema:2:12: There can be only one directive named \"@d\".",
                "schema:2:52: Directive \"@d\" may not be used on OBJECT.",
            ],
            error.Faults.Select(fault => fault.ToString()).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void All_faults_of_all_rules_are_reported_at_once()
    {
        var error = Assert.Throws<SchemaException>(() =>
            SchemaBuilder.Build("type A { a: B } type A { b: Int } union U input I @x { i: I! }")
        );

        Assert.Equal(6, error.Faults.Count);
        Assert.Contains(error.Faults, fault => fault.Places.Count == 0);
        Assert.StartsWith(
            "The schema cannot be used. Correct the following:\n",
            error.Message,
            StringComparison.Ordinal
        );
    }
}
