using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.TypeSystem;
using static RegionalNetwork.GraphQL.Tests.Execution.SubscriptionTest;

namespace RegionalNetwork.GraphQL.Tests.Execution;

public sealed class SubscriptionTests
{
    private static readonly ExecutorOptions Defaults = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_event_is_one_response_and_the_end_of_the_source_ends_the_stream()
    {
        var test = new SubscriptionTest(Defaults);
        var start = await test.StartAsync(
            "subscription { happened { number ... on Started { text } } }",
            null,
            Cancellation
        );
        await test.Events.Writer.WriteAsync(new Started(1, "a \"word\""), Cancellation);
        await test.Events.Writer.WriteAsync(new Stopped(2), Cancellation);
        test.Events.Writer.Complete();

        Assert.Equal("""{"data":{"happened":{"number":1,"text":"a \"word\""}}}""", await NextAsync(start));
        Assert.Equal("""{"data":{"happened":{"number":2}}}""", await NextAsync(start));
        Assert.Equal("Ended", await NextAsync(start));
    }

    [Fact]
    public async Task Source_takes_its_arguments_from_variables_and_the_response_takes_alias_and_fragment()
    {
        var test = new SubscriptionTest(Defaults);
        var start = await test.StartAsync(
            "subscription S($only: Int) { ...F } fragment F on Subscription { it: happened(only: $only) { number } }",
            """{"only": 2}""",
            Cancellation
        );
        await test.Events.Writer.WriteAsync(new Stopped(1), Cancellation);
        await test.Events.Writer.WriteAsync(new Stopped(2), Cancellation);

        Assert.Equal("""{"data":{"it":{"number":2}}}""", await NextAsync(start));
    }

    [Fact]
    public async Task Each_event_is_executed_with_a_context_of_its_own()
    {
        var test = new SubscriptionTest(Defaults);
        var start = await test.StartAsync(
            "subscription { happened { ... on Started { seen slow } } }",
            null,
            Cancellation
        );
        await test.Events.Writer.WriteAsync(new Started(1, null), Cancellation);
        await test.Events.Writer.WriteAsync(new Started(2, null), Cancellation);

        Assert.Equal("""{"data":{"happened":{"seen":1,"slow":7}}}""", await NextAsync(start));
        Assert.Equal("""{"data":{"happened":{"seen":2,"slow":7}}}""", await NextAsync(start));
    }

    [Fact]
    public async Task Error_in_an_event_is_part_of_its_response_and_the_stream_goes_on()
    {
        var test = new SubscriptionTest(Defaults);
        var start = await test.StartAsync(
            "subscription { happened { ... on Started { failing } } }",
            null,
            Cancellation
        );
        await test.Events.Writer.WriteAsync(new Started(1, null), Cancellation);
        await test.Events.Writer.WriteAsync(new Stopped(2), Cancellation);

        Assert.StartsWith("""{"data":{"happened":null},"errors":[{"message":"Not today.",""", await NextAsync(start));
        Assert.Equal("""{"data":{"happened":{}}}""", await NextAsync(start));
    }

    [Fact]
    public async Task Leaf_events_need_no_object()
    {
        var start = await new SubscriptionTest(Defaults).StartAsync("subscription { numbers }", null, Cancellation);

        Assert.Equal("""{"data":{"numbers":1}}""", await NextAsync(start));
        Assert.Equal("""{"data":{"numbers":2}}""", await NextAsync(start));
        Assert.Equal("Ended", await NextAsync(start));
    }

    [Theory]
    [InlineData("subscription { secret }", "Sign in.", "FORBIDDEN")]
    [InlineData("subscription { refused }", "There is no such thing.", "NOT_FOUND")]
    public async Task What_keeps_the_source_from_starting_is_a_request_error(
        string document,
        string message,
        string code
    )
    {
        var start = await new SubscriptionTest(Defaults).StartAsync(document, null, Cancellation);

        Assert.Null(start.Stream);
        var error = Assert.Single(start.Errors);
        Assert.Equal((message, code), (error.Message, error.Code));
        Assert.Equal([document.Split(' ')[2]], error.Path);
    }

    [Fact]
    public async Task Wrong_variable_is_a_request_error()
    {
        var start = await new SubscriptionTest(Defaults).StartAsync(
            "subscription S($only: Int) { happened(only: $only) { number } }",
            """{"only": "two"}""",
            Cancellation
        );

        Assert.Null(start.Stream);
        Assert.Contains("$only", Assert.Single(start.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caller_with_the_role_gets_the_guarded_stream()
    {
        var test = new SubscriptionTest(Defaults) { Role = "psw" };
        var start = await test.StartAsync("subscription { secret }", null, Cancellation);

        Assert.Equal("""{"data":{"secret":1}}""", await NextAsync(start));
    }

    [Fact]
    public async Task Bug_in_the_source_ends_the_stream_and_is_hidden_from_the_client()
    {
        var log = new List<string>();
        var options = new ExecutorOptions
        {
            OnInternalError = (exception, path) =>
            {
                log.Add($"{path[0]}: {exception.Message}");
                return "id-1";
            },
        };
        var start = await new SubscriptionTest(options).StartAsync("subscription { broken }", null, Cancellation);

        Assert.Equal("""{"data":{"broken":0}}""", await NextAsync(start));
        Assert.Equal("Failed", await NextAsync(start));
        var error = Assert.Single(start.Stream!.Errors);
        Assert.Equal("Internal error. Quote id-1 when you report it.", error.Message);
        Assert.Equal(["broken: password in a message"], log);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait_at_once_and_disposes_of_the_source()
    {
        var test = new SubscriptionTest(Defaults);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var start = await test.StartAsync("subscription { happened { number } }", null, cancellation.Token);
        var waiting = NextAsync(start);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await start.Stream!.DisposeAsync();
        await test.Disposed.Task.WaitAsync(Cancellation);
    }

    [Fact]
    public async Task Source_that_hears_of_no_cancellation_keeps_nobody_waiting_and_is_disposed_of_when_it_moves()
    {
        var test = new SubscriptionTest(Defaults);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var start = await test.StartAsync("subscription { deaf }", null, cancellation.Token);
        var waiting = NextAsync(start);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await start.Stream!.DisposeAsync();

        Assert.False(test.Disposed.Task.IsCompleted);
        await test.Events.Writer.WriteAsync(new Stopped(1), Cancellation);
        await test.Disposed.Task.WaitAsync(Cancellation);
    }

    [Theory]
    [InlineData(0, """{"data":{"happened":{"text":"tttttttttt"}}}""")]
    [InlineData(1, """{"data":null,"errors":[{"message":"The result is larger than 43 bytes.""")]
    public async Task Event_may_have_as_many_bytes_as_the_limit_and_not_one_more(int more, string expected)
    {
        var limits = new ExecutionLimits { MaxEventBytes = """{"data":{"happened":{"text":"tttttttttt"}}}""".Length };
        var test = new SubscriptionTest(new ExecutorOptions { Limits = limits });
        var start = await test.StartAsync("subscription { happened { ... on Started { text } } }", null, Cancellation);
        await test.Events.Writer.WriteAsync(new Started(1, new string('t', 10 + more)), Cancellation);
        await test.Events.Writer.WriteAsync(new Started(2, "t"), Cancellation);

        Assert.StartsWith(expected, await NextAsync(start));
        Assert.Equal("""{"data":{"happened":{"text":"t"}}}""", await NextAsync(start));
    }

    [Fact]
    public async Task Nothing_is_asked_of_the_source_before_it_is_wanted()
    {
        var test = new SubscriptionTest(Defaults);
        var start = await test.StartAsync("subscription { happened { number } }", null, Cancellation);
        await test.Events.Writer.WriteAsync(new Stopped(1), Cancellation);
        await test.Events.Writer.WriteAsync(new Stopped(2), Cancellation);

        await NextAsync(start);
        Assert.Equal(1, test.Events.Reader.Count);
    }

    [Fact]
    public async Task Document_that_was_not_validated_still_needs_one_field_with_a_source()
    {
        var map = new ResolverMap()
            .Query(query => query.Field("x", _ => 1))
            .Subscription(subscription => subscription.Field("x", _ => new[] { 1 }.ToAsyncEnumerable()));
        var test = ExecutionTest.Unvalidated("type Query { x: Int } type Subscription { x: Int }", map);
        foreach (var document in new[] { "subscription { x y: x }", "subscription { __typename }" })
        {
            var prepared = test.Executor.Prepare(new GraphQLRequest(document, null, null));
            var start = await test.Executor.SubscribeAsync(prepared, () => test.Context, Cancellation);
            Assert.StartsWith("A subscription asks for exactly one field", Assert.Single(start.Errors).Message);
        }
    }

    [Fact]
    public void Only_a_subscription_can_be_subscribed_to()
    {
        var map = new ResolverMap().Query(query => query.Field("x", _ => 1));
        var executor = new ExecutionTest("type Query { x: Int }", map).Executor;
        var prepared = executor.Prepare(new GraphQLRequest("{ x }", null, null));

        Assert.Throws<ArgumentException>(() =>
        {
            _ = executor.SubscribeAsync(prepared, () => new object(), Cancellation);
        });
    }

    [Fact]
    public void Binder_reports_a_source_whose_events_do_not_fit_a_field_without_source_and_a_source_without_field()
    {
        var map = new ResolverMap()
            .Query(query => query.Field("x", _ => 1))
            .Subscription(subscription =>
                subscription
                    .Field("a", _ => new[] { "text" }.ToAsyncEnumerable())
                    .Field("nowhere", _ => new[] { 1 }.ToAsyncEnumerable())
            );
        var schema = SchemaBuilder.Build("type Query { x: Int } type Subscription { a: Int b: Int }");

        var fault = Assert.Throws<SchemaBindingException>(() => SchemaBinder.Bind(schema, map));
        Assert.Equal(
            [
                "A resolver is registered for Subscription.nowhere, which the schema does not have.",
                "The resolver of Subscription.a gives string, which does not fit the type Int.",
                "No resolver answers the field Subscription.b.",
            ],
            fault.Errors.Select(error => error.Message)
        );
    }
}
