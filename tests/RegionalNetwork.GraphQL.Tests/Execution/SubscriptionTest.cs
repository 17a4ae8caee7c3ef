using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Execution.Subscriptions;

namespace RegionalNetwork.GraphQL.Tests.Execution;

/// <summary>A schema whose events the test makes happen.</summary>
internal sealed class SubscriptionTest
{
    private const string Sdl = """
        directive @requires(role: String!) on FIELD_DEFINITION
        type Query { x: Int }
        type Subscription {
          happened(only: Int! = 0): Happened
          numbers: Int!
          secret: Int @requires(role: "psw")
          refused: Int
          broken: Int
          deaf: Int
        }
        interface Happened { number: Int! }
        type Started implements Happened { number: Int! text: String slow: Int failing: Int! seen: Int! }
        type Stopped implements Happened { number: Int! }
        """;

    private readonly ExecutionTest _test;
    private int _contexts;

    public SubscriptionTest(ExecutorOptions options) =>
        _test = new ExecutionTest(Sdl, Map(), options) { Context = new Seen("guest", 0) };

    public Channel<Event> Events { get; } = Channel.CreateUnbounded<Event>();

    /// <summary>Ends when the source stream has been disposed of.</summary>
    public TaskCompletionSource Disposed { get; } = new();

    public string Role { get; init; } = "guest";

    public Task<SubscriptionStart> StartAsync(string document, string? variables, CancellationToken cancellation)
    {
        JsonElement? json = variables is null ? null : JsonElement.Parse(variables);
        var prepared = _test.Executor.Prepare(new GraphQLRequest(document, null, json));
        Assert.Empty(prepared.Errors);
        return _test.Executor.SubscribeAsync(prepared, () => new Seen(Role, _contexts++), cancellation);
    }

    /// <summary>The response to the next event, or how the stream ended.</summary>
    public static async Task<string> NextAsync(SubscriptionStart start)
    {
        var output = new ArrayBufferWriter<byte>();
        var step = await start.Stream!.NextAsync(output);
        return step == StreamStep.Event ? Encoding.UTF8.GetString(output.WrittenSpan) : step.ToString();
    }

    private ResolverMap Map() =>
        new ResolverMap()
            .Query(query => query.Field("x", _ => 1))
            .Subscription(subscription =>
                subscription
                    .Field<OnlyArguments, Event>("happened", (a, context) => Follow(a.Only, context.CancellationToken))
                    .Field("numbers", _ => new[] { 1, 2 }.ToAsyncEnumerable())
                    .Field("secret", _ => new[] { 1 }.ToAsyncEnumerable())
                    .Field<int>("refused", _ => throw new GraphQLFieldException("There is no such thing.", "NOT_FOUND"))
                    .Field("broken", context => Broken(context.Request<Seen>()))
                    .Field("deaf", _ => Deaf())
            )
            .Object<Started>(
                "Started",
                started =>
                    started
                        .Field("seen", (_, context) => context.Request<Seen>().Number)
                        .Field("failing", int (_) => throw new GraphQLFieldException("Not today.", null))
                        .FieldAsync("slow", async (_, _) => await Task.FromResult(7))
            )
            .Object<Stopped>("Stopped")
            .Directive(
                "requires",
                (_, _) =>
                    context =>
                        ((Seen)context).Role == "psw" ? null : new GraphQLError("Sign in.", [], null, "FORBIDDEN")
            );

    private async IAsyncEnumerable<Event> Follow(int only, [EnumeratorCancellation] CancellationToken cancellation)
    {
        try
        {
            await foreach (var happened in Events.Reader.ReadAllAsync(cancellation))
            {
                if (only == 0 || happened.Number == only)
                {
                    yield return happened;
                }
            }
        }
        finally
        {
            Disposed.TrySetResult();
        }
    }

    private static async IAsyncEnumerable<int> Broken(Seen seen)
    {
        yield return seen.Number;
        await Task.Yield();
        throw new InvalidOperationException("password in a message");
    }

    /// <summary>Hears of no cancellation until an event comes.</summary>
    private async IAsyncEnumerable<int> Deaf()
    {
        try
        {
            yield return (await Events.Reader.ReadAsync(CancellationToken.None)).Number;
        }
        finally
        {
            Disposed.TrySetResult();
        }
    }

    internal abstract record Event(int Number);

    internal sealed record Started(int Number, string? Text) : Event(Number);

    internal sealed record Stopped(int Number) : Event(Number);

    private sealed record Seen(string Role, int Number);

    private sealed record OnlyArguments(int Only);
}
