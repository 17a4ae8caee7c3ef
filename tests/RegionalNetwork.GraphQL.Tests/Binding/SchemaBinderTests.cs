using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Tests.Binding;

public sealed class SchemaBinderTests
{
    [Fact]
    public void Every_mismatch_is_reported_at_once_with_its_place_in_the_schema()
    {
        const string Sdl = """
            scalar Date
            type Query { council(code: ID!, year: Int): Council  lost: String }
            type Council { nam: String  status: Status  since: Date  population: [Int] }
            type Orphan { id: ID }
            enum Status { PLANNED }
            """;
        var map = new ResolverMap()
            .Query(query =>
                query
                    .Field("council", (CouncilArguments _, ResolverContext _) => (Council?)null)
                    .Field("councils", _ => 1)
            )
            .Object<Council>("Council");
        Assert.Equal(
            [
                "test.graphql:1:1: The scalar Date has no coercion: register it with ResolverMap.Scalar and build the schema with ResolverMap.Scalars.",
                "test.graphql:2:1: A resolver is registered for Query.councils, which the schema does not have. Did you mean \"council\"?",
                "test.graphql:2:14: CouncilArguments.Yeer is no argument of Query.council. Did you mean \"year\"?",
                "test.graphql:2:33: CouncilArguments has no parameter for the argument \"year\" of Query.council. Did you mean \"yeer\"?",
                "test.graphql:2:54: No resolver answers the field Query.lost.",
                "test.graphql:3:16: Council has no such property and no resolver answers the field Council.nam. Did you mean \"name\"?",
                "test.graphql:3:45: The resolver of Council.since gives DateOnly, which does not fit the type Date.",
                "test.graphql:3:58: The resolver of Council.population gives int, which does not fit the type [Int].",
                "test.graphql:4:1: No C# type is registered for the object type Orphan: name it with ResolverMap.Object.",
                "test.graphql:5:1: Status.InProgress would be IN_PROGRESS, which the enum Status does not have.",
            ],
            Errors(Sdl, map)
        );
    }

    [Theory]
    [InlineData(
        "a: Int!",
        "The argument \"a\" of Query.f is never null, so that IntOrNull.A must not be nullable.",
        typeof(IntOrNull)
    )]
    [InlineData("a: Int", "The argument \"a\" of Query.f may be null, so that JustInt.A must be.", typeof(JustInt))]
    [InlineData("a: Int = 5", "The argument \"a\" of Query.f may be null, so that JustInt.A must be.", typeof(JustInt))]
    [InlineData(
        "a: String!",
        "The argument \"a\" of Query.f is String!, which does not fit int of JustInt.A.",
        typeof(JustInt)
    )]
    [InlineData(
        "a: [String]!",
        "The argument \"a\" of Query.f may be null, so that Strings.A must be.",
        typeof(Strings)
    )]
    [InlineData(
        "a: Int!",
        "The argument \"a\" of Query.f is always given, so that MaybeInt.A need not be Optional.",
        typeof(MaybeInt)
    )]
    [InlineData("a: E!", "TwoValues has no value for E.THREE.", typeof(EnumArgument))]
    public void Arguments_must_agree_in_type_and_nullability(string argument, string message, Type record)
    {
        var sdl = $"type Query {{ f({argument}): Int }} enum E {{ ONE TWO THREE }} input I {{ b: Int! }}";
        var map = new ResolverMap();
        var field = typeof(SchemaBinderTests)
            .GetMethod(
                nameof(AddField),
                System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static
            )!
            .MakeGenericMethod(record);
        field.Invoke(null, [map]);
        Assert.EndsWith(message, Assert.Single(Errors(sdl, map)), StringComparison.Ordinal);
    }

    [Fact]
    public void Members_of_nested_inputs_are_checked()
    {
        const string Sdl =
            "type Query { f(input: Outer!): Int }\ninput Outer { inner: Inner }\ninput Inner { b: Int!  c: String }";
        var map = new ResolverMap().Query(query => query.Field("f", (OuterArguments _, ResolverContext _) => 1));
        Assert.Equal(
            [
                "test.graphql:3:15: The field \"b\" of Inner is Int!, which does not fit string of InnerInput.B.",
                "test.graphql:3:24: InnerInput has no parameter for the field \"c\" of Inner.",
            ],
            Errors(Sdl, map)
        );
    }

    [Fact]
    public void Types_of_one_union_with_one_C_sharp_type_must_be_told_apart()
    {
        const string Sdl = "type Query { f: U }\nunion U = A | B\ntype A { a: Int }\ntype B { a: Int }";
        var map = new ResolverMap()
            .Query(query => query.Field("f", _ => new JustInt(1)))
            .Object<JustInt>("A")
            .Object<JustInt>("B");
        Assert.Equal(
            ["test.graphql:2:1: A JustInt may be A or B of U: tell them apart with ResolverMap.Abstract."],
            Errors(Sdl, map)
        );
        Assert.Empty(Errors(Sdl, map.Abstract<JustInt>("U", _ => "A")));
    }

    [Fact]
    public void Features_add_their_fields_to_a_type_of_another()
    {
        const string Sdl = "type Query { f: A }\ntype A { a: Int  b: Int }";
        var map = new ResolverMap()
            .Query(query => query.Field("f", _ => new JustInt(1)))
            .Object<JustInt>("A")
            .Object<JustInt>("A", a => a.Field("b", parent => parent.A + 1));
        Assert.Empty(Errors(Sdl, map));
        Assert.Equal(
            ["test.graphql:2:1: A is registered both as JustInt and as IntOrNull."],
            Errors(Sdl, map.Object<IntOrNull>("A"))
        );
    }

    [Fact]
    public void Scalar_of_directives_needs_a_name_only()
    {
        const string Sdl =
            "type Query { f: Int @note(text: [1, { a: B }]) }\nscalar Note\n"
            + "directive @note(text: Note) on FIELD_DEFINITION";
        var map = new ResolverMap().Query(query => query.Field("f", _ => 1));
        Assert.Equal(
            [
                "test.graphql:2:1: The scalar Note has no coercion: register it with ResolverMap.Scalar and build the schema with ResolverMap.Scalars.",
            ],
            Errors(Sdl, map)
        );
        Assert.Empty(Errors(Sdl, map.Scalar("Note")));
    }

    private static void AddField<TArguments>(ResolverMap map)
        where TArguments : class => map.Query(query => query.Field("f", (TArguments _, ResolverContext _) => 1));

    private static IEnumerable<string> Errors(string sdl, ResolverMap map)
    {
        var schema = SchemaBuilder.Build([new Source(sdl, "test.graphql")], map.Scalars);
        try
        {
            SchemaBinder.Bind(schema, map);
            return [];
        }
        catch (SchemaBindingException exception)
        {
            return exception.Errors.Select(error => error.ToString());
        }
    }

    private enum Status
    {
        Planned,
        InProgress,
    }

    private enum TwoValues
    {
        One,
        Two,
    }

    private sealed record Council(string Name, Status Status, DateOnly Since, int Population);

    private sealed record CouncilArguments(string Code, int? Yeer);

    private sealed record JustInt(int A);

    private sealed record IntOrNull(int? A);

    private sealed record Strings(string[] A);

    private sealed record MaybeInt(Optional<int> A);

    private sealed record EnumArgument(TwoValues A);

    private sealed record OuterArguments(OuterInput Input);

    private sealed record OuterInput(InnerInput? Inner);

    private sealed record InnerInput(string B);
}
