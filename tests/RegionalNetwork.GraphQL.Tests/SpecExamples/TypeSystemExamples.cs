using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Tests.SpecExamples;

/// <summary>Schemas of https://spec.graphql.org/September2025/#sec-Type-System, the valid and the invalid ones.</summary>
public sealed class TypeSystemExamples
{
    [Theory]
    [InlineData(
        "schema { query: MyQueryRootType mutation: MyMutationRootType } type MyQueryRootType { someField: String } type MyMutationRootType { setSomeField(to: String): String }"
    )]
    [InlineData("type Query { someField: String }")]
    [InlineData(
        "schema { query: Query mutation: Mutation } type Query { latestVirus: Virus } type Virus { name: String mutations: [String] } type Mutation { name: String }"
    )]
    [InlineData("type Query { a: UUID } scalar UUID @specifiedBy(url: \"https://tools.ietf.org/html/rfc4122\")")]
    [InlineData(
        "interface NamedEntity { name: String } type Person implements NamedEntity { name: String age: Int } type Query { entity: NamedEntity person: Person }"
    )]
    [InlineData(
        "interface Node { id: ID! } interface Resource implements Node { id: ID! url: String } interface Image implements Resource & Node { id: ID! url: String thumbnail: String } type Query { image: Image }"
    )]
    [InlineData(
        "union SearchResult = | Photo | Person type Person { name: String } type Photo { height: Int } type SearchQuery { firstSearchResult: SearchResult } schema { query: SearchQuery }"
    )]
    [InlineData("input Example { self: Example value: String } type Query { a(b: Example): Int }")]
    [InlineData("input Example { self: [Example!]! value: String } type Query { a(b: Example): Int }")]
    [InlineData(
        "input First { second: Second value: String } input Second { first: First! value: String } type Query { a(b: First): Int }"
    )]
    [InlineData(
        "directive @delegateField(name: String!) repeatable on OBJECT | INTERFACE type Book @delegateField(name: \"pageCount\") @delegateField(name: \"author\") { id: ID! } extend type Book @delegateField(name: \"index\") type Query { a: Book }"
    )]
    [InlineData(
        "type ExampleType { oldField: String @deprecated(reason: \"Use `newField`.\") newField: String existingField(oldArg: String @deprecated): String } type Query { a: ExampleType }"
    )]
    public void Valid(string sdl) => Assert.NotEmpty(SchemaBuilder.Build(sdl).Types);

    [Theory]
    [InlineData(
        "interface Node implements Named & Node { id: ID! name: String } interface Named implements Node & Named { id: ID! name: String } type Query { a: Node }",
        "Type Node cannot implement itself because it would create a circular reference."
    )]
    [InlineData(
        "interface Node { id: ID! } interface Resource implements Node { id: ID! } type Image implements Resource { id: ID! } type Query { a: Image }",
        "Type Image must implement Node because it is implemented by Resource."
    )]
    [InlineData(
        "input Example { self: Example! value: String } type Query { a(b: Example): Int }",
        "Cannot reference Input Object \"Example\" within itself through a series of non-null fields: \"self\"."
    )]
    [InlineData(
        "input First { second: Second! value: String } input Second { first: First! value: String } type Query { a(b: First): Int }",
        "Cannot reference Input Object \"First\" within itself through a series of non-null fields: \"second.first\"."
    )]
    [InlineData(
        "directive @invalidExample(arg: String @invalidExample) on ARGUMENT_DEFINITION type Query { a: Int }",
        null
    )]
    [InlineData(
        "input ExampleInput { oldField: String! @deprecated } type Query { a(b: ExampleInput): Int }",
        "Required input field ExampleInput.oldField cannot be deprecated."
    )]
    [InlineData(
        "input Pet @oneOf { cat: String! } type Query { a(b: Pet): Int }",
        "OneOf input field Pet.cat must be nullable."
    )]
    [InlineData(
        "type Query { __a: Int }",
        "Name \"__a\" must not begin with \"__\", which is reserved by GraphQL introspection."
    )]
    public void Invalid(string sdl, string? message)
    {
        var faults = Assert.Throws<SchemaException>(() => SchemaBuilder.Build(sdl)).Faults;
        Assert.Contains(faults, fault => message is null || fault.Message == message);
    }
}
