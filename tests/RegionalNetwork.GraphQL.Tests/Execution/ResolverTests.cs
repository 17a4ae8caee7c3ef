using System.Collections.Immutable;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Tests.Execution;

public sealed class ResolverTests
{
    private const string Sdl = """
        directive @requires(role: String!) on FIELD_DEFINITION
        type Query {
          bug: Int
          big: Int
          infinite: Float
          open: Int
          secret: Int @requires(role: "psw")
          secretToo: Int! @requires(role: "psw")
          slow: Int
          points: [Point!]!
          maybe: Point
          sequence: [Int]
          caller: String
        }
        type Point { x: Int!  y: Int  self: Point! }
        """;

    private readonly List<string> _log = [];
    private int _checksRun;

    [Fact]
    public async Task Bug_in_a_resolver_is_logged_and_hidden_from_the_client()
    {
        Assert.Equal(
            """{"data":{"bug":null},"errors":[{"message":"Internal error. Quote id-1 when you report it.","locations":[{"line":1,"column":3}],"path":["bug"],"extensions":{"code":"INTERNAL_ERROR"}}]}""",
            await Test("").Run("{ bug }")
        );
        Assert.Equal(["bug: password in a message"], _log);
    }

    [Theory]
    [InlineData("big", "Int cannot represent non 32-bit signed integer value: 3000000000")]
    [InlineData("infinite", "Float cannot represent non numeric value: Infinity")]
    public async Task Value_that_the_type_cannot_represent_is_an_error(string field, string message) =>
        Assert.StartsWith(
            $$$"""{"data":{"{{{field}}}":null,"open":1},"errors":[{"message":"{{{message}}}","locations":""",
            await Test("").Run($"{{ {field} open }}")
        );

    [Fact]
    public async Task Structs_nullable_structs_and_lazy_sequences_are_values_too() =>
        Assert.Equal(
            """{"data":{"points":[{"x":1,"y":null,"self":{"x":1}}],"maybe":{"x":2},"sequence":[1,null]}}""",
            await Test("").Run("{ points { x y self { x } } maybe { x } sequence }")
        );

    [Fact]
    public async Task Policy_refuses_a_field_and_its_check_runs_once_a_request()
    {
        const string Query = "{ open secret again: secret }";
        Assert.Equal("""{"data":{"open":1,"secret":2,"again":2}}""", await Test("psw").Run(Query));
        Assert.Equal(1, _checksRun);
        Assert.StartsWith(
            """{"data":{"open":1,"secret":null,"again":null},"errors":[{"message":"Sign in as psw.","locations":[{"line":1,"column":8}],"path":["secret"],"extensions":{"code":"FORBIDDEN"}}""",
            await Test("guest").Run(Query)
        );
        Assert.StartsWith("""{"data":null,"errors":[{""", await Test("guest").Run("{ open secretToo }"));
    }

    [Fact]
    public async Task Fields_without_a_policy_run_no_check()
    {
        await Test("guest").Run("{ open }");
        Assert.Equal(0, _checksRun);
    }

    [Fact]
    public async Task Resolver_sees_the_object_given_for_the_request() =>
        Assert.Equal("""{"data":{"caller":"psw at caller"}}""", await Test("psw").Run("{ caller }"));

    [Fact]
    public async Task Cancellation_ends_the_request_and_writes_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        var running = Test("")
            .Executor.ExecuteAsync(new GraphQLRequest("{ open slow }", null, null), "", output, cancellation.Token)
            .AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(0, output.WrittenCount);
    }

    [Fact]
    public async Task Subscription_is_a_clear_request_error_and_HTTP_can_see_the_kind_beforehand()
    {
        var map = new ResolverMap()
            .Query(query => query.Field("x", _ => 1))
            .Subscription(subscription => subscription.Field("x", _ => new[] { 1 }.ToAsyncEnumerable()));
        var test = new ExecutionTest("type Query { x: Int } type Subscription { x: Int }", map);
        var prepared = test.Executor.Prepare(new GraphQLRequest("subscription { x }", null, null));
        Assert.Equal(OperationKind.Subscription, prepared.Kind);
        var (response, result) = await test.Execute("subscription { x }", null);
        Assert.True(result.IsRequestError);
        Assert.Contains("SUBSCRIPTION_NEEDS_STREAM", response, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type Query { a: A } type A @requires(role: \"psw\") { x: Int }")]
    [InlineData("type Query { a: A } interface I { x: Int @requires(role: \"psw\") } type A implements I { x: Int }")]
    [InlineData("type Query { a: A } interface I @requires(role: \"psw\") { x: Int } type A implements I { x: Int }")]
    public async Task Policy_of_a_type_or_interface_holds_for_its_fields(string sdl)
    {
        var map = new ResolverMap()
            .Query(query => query.Field("a", _ => new object()))
            .Object<object>("A", a => a.Field("x", _ => 1))
            .Directive("requires", (_, _) => Check("psw"));
        var test = new ExecutionTest(
            "directive @requires(role: String!) on OBJECT | INTERFACE | FIELD_DEFINITION " + sdl,
            map
        )
        {
            Context = "guest",
        };
        Assert.StartsWith(
            """{"data":{"a":{"x":null}},"errors":[{"message":"Sign in as psw.",""",
            await test.Run("{ a { x } }")
        );
    }

    [Theory]
    [InlineData("{ a", "SYNTAX_ERROR")]
    [InlineData("query A { open } query B { open }", "Must provide operation name")]
    public async Task Document_that_cannot_be_executed_is_a_request_error(string query, string expected)
    {
        var (response, result) = await Test("").Execute(query, null);
        Assert.True(result.IsRequestError);
        Assert.StartsWith("""{"errors":[""", response);
        Assert.Contains(expected, response, StringComparison.Ordinal);
    }

    private ExecutionTest Test(string role)
    {
        var checks = new Dictionary<string, FieldCheck>();
        var map = new ResolverMap()
            .Query(query =>
                query
                    .Field("bug", int (_) => throw new InvalidOperationException("password in a message"))
                    .Field("big", _ => 3_000_000_000L)
                    .Field("infinite", _ => double.PositiveInfinity)
                    .Field("open", _ => 1)
                    .Field("secret", _ => 2)
                    .Field("secretToo", _ => 2)
                    .FieldAsync("slow", async context => await Forever(context.CancellationToken))
                    .Field("points", _ => ImmutableArray.Create(new Point(1, null)))
                    .Field("maybe", _ => (Point?)new Point(2, 3))
                    .Field("sequence", _ => new int?[] { 1, null }.Select(item => item))
                    .Field("caller", context => $"{context.Request<string>()} at {context.Path[0]}")
            )
            .Object<Point>("Point", point => point.Field("self", parent => parent))
            .Directive(
                "requires",
                (directive, _) =>
                {
                    var required = ((StringValueNode)directive.Arguments[0].Value).Value;
                    return checks.TryGetValue(required, out var known) ? known : checks[required] = Check(required);
                }
            );
        var options = new ExecutorOptions
        {
            OnInternalError = (exception, path) =>
            {
                _log.Add($"{path[0]}: {exception.Message}");
                return "id-1";
            },
        };
        return new ExecutionTest(Sdl, map, options) { Context = role };
    }

    private FieldCheck Check(string required) =>
        request =>
        {
            _checksRun++;
            return (string)request == required
                ? null
                : new GraphQLError($"Sign in as {required}.", [], null, "FORBIDDEN");
        };

    private static async Task<int> Forever(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 1;
    }

    private readonly record struct Point(int X, int? Y);
}
