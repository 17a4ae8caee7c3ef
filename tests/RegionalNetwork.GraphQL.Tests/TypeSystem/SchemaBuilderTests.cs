using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Tests.TypeSystem;

public sealed class SchemaBuilderTests
{
    private static readonly Dictionary<string, IScalarCoercion> NoCoercions = new(StringComparer.Ordinal);

    [Fact]
    public void Sources_define_and_extend_one_another_in_any_order()
    {
        var schema = SchemaBuilder.Build(
            [
                new Source("extend type Query { councils: [Council!]! }", "councils.graphql"),
                new Source("type Query { version: String! } type Council { name: String }", "schema.graphql"),
            ],
            NoCoercions
        );

        Assert.Equal(["councils", "version"], schema.QueryType!.Fields.Keys);
        Assert.Equal("[Council!]!", schema.QueryType.Fields["councils"].Type.ToString());
        Assert.Same(schema.Types["Council"], schema.QueryType.Fields["councils"].Type.Named);
    }

    [Fact]
    public void Types_are_in_order_of_definition_with_built_in_types_where_first_used()
    {
        var schema = SchemaBuilder.Build("type Query { a: B } type B { id: ID! }");

        Assert.Equal(
            ["Query", "B", "ID", "Boolean", "String", "__Schema", "__Type", "__TypeKind", "__Field", "__InputValue"],
            schema.Types.Keys.Take(10)
        );
        Assert.DoesNotContain("Float", schema.Types.Keys);
    }

    [Fact]
    public void Introspection_types_are_those_of_the_September_2025_edition()
    {
        var types = SchemaBuilder.Build("type Query { a: Int }").Types;

        Assert.Equal("Boolean", ((ObjectType)types["__Type"]).Fields["isOneOf"].Type.ToString());
        Assert.Equal("Boolean!", ((ObjectType)types["__InputValue"]).Fields["isDeprecated"].Type.ToString());
        Assert.Equal("Boolean!", ((ObjectType)types["__Directive"]).Fields["isRepeatable"].Type.ToString());
        Assert.True(((ObjectType)types["__Directive"]).Fields["args"].Arguments.ContainsKey("includeDeprecated"));
        Assert.Equal(19, ((EnumType)types["__DirectiveLocation"]).Values.Count);
    }

    [Fact]
    public void Every_schema_has_the_five_directives_of_the_specification()
    {
        var schema = SchemaBuilder.Build("directive @own on FIELD type Query { a: Int }");

        Assert.Equal(["own", "include", "skip", "deprecated", "specifiedBy", "oneOf"], schema.Directives.Keys);
        Assert.Equal([DirectiveLocation.InputObject], schema.Directives["oneOf"].Locations);
        Assert.Null(schema.Directives["skip"].Node);
    }

    [Fact]
    public void Directives_of_the_specification_take_effect()
    {
        var schema = SchemaBuilder.Build(
            """
            type Query { a(in: In): Date, b: Int @deprecated(reason: "Use a."), c: Int @deprecated }
            scalar Date @specifiedBy(url: "https://example.org/date")
            input In @oneOf { x: Int, y: Int }
            """
        );

        Assert.Equal("https://example.org/date", ((ScalarType)schema.Types["Date"]).SpecifiedByUrl);
        Assert.True(((InputObjectType)schema.Types["In"]).IsOneOf);
        Assert.Equal("Use a.", schema.QueryType!.Fields["b"].DeprecationReason);
        Assert.Equal("No longer supported", schema.QueryType.Fields["c"].DeprecationReason);
        Assert.Null(schema.QueryType.Fields["a"].DeprecationReason);
    }

    [Fact]
    public void Root_types_have_default_names_only_without_a_schema_definition()
    {
        Assert.Equal(
            "Mutation",
            SchemaBuilder.Build("type Query { a: Int } type Mutation { b: Int }").MutationType?.Name
        );

        var written = SchemaBuilder.Build("schema { query: Q } type Q { a: Int } type Mutation { b: Int }");
        Assert.Equal("Q", written.QueryType?.Name);
        Assert.Null(written.MutationType);
    }

    [Fact]
    public void Extended_schema_keeps_what_it_had()
    {
        var before = SchemaBuilder.Build("\"Kept.\" type Query { a: Int }");
        var after = SchemaBuilder.Extend(before, [new Source("extend type Query { b: Int }", "more")], NoCoercions);

        Assert.Equal("Kept.", after.QueryType?.Description);
        Assert.Equal(["a", "b"], after.QueryType!.Fields.Keys);
        Assert.Equal(["a"], before.QueryType!.Fields.Keys);
    }

    [Fact]
    public void Syntax_errors_of_all_sources_are_reported_with_name_and_place()
    {
        var error = Assert.Throws<SchemaException>(() =>
            SchemaBuilder.Build([new Source("type {", "a.graphql"), new Source("\n enum", "b.graphql")], NoCoercions)
        );

        Assert.Equal(
            [
                "a.graphql:1:6: Syntax Error: Expected Name, found \"{\".",
                "b.graphql:2:6: Syntax Error: Expected Name, found <EOF>.",
            ],
            error.Faults.Select(fault => fault.ToString())
        );
    }

    [Fact]
    public void Operation_in_a_schema_source_is_refused()
    {
        var error = Assert.Throws<SchemaException>(() => SchemaBuilder.Build("type Query { a: Int } { a }"));

        Assert.Contains("schema:1:23: A schema has no operations", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Meta_fields_have_the_types_of_the_schema()
    {
        var schema = SchemaBuilder.Build("type Query { a: Int }");

        Assert.Same(schema.Types["__Schema"], schema.MetaFields.Schema.Type.Named);
        Assert.Equal("__Type", schema.MetaFields.Type.Type.ToString());
        Assert.Equal("String!", schema.MetaFields.Type.Arguments["name"].Type.ToString());
        Assert.Equal("String!", schema.MetaFields.Typename.Type.ToString());
    }
}
