using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Execution;

namespace RegionalNetwork.GraphQL.Tests.Execution;

/// <summary>An operation that takes too long is cancelled and says so. The clock is ours: a resolver moves it.</summary>
public sealed class DeadlineTests
{
    private const string Sdl = """
        type Query { ticks(count: Int!): [Int!]!  lazy(count: Int!): [Int!]!  wait: Int  quick: Int }
        type Mutation { wait: Int }
        """;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private readonly SteppedTime _clock = new();
    private readonly ExecutionTest _test;
    private CancellationToken _seen;
    private int _made;

    public DeadlineTests() =>
        _test = new ExecutionTest(
            Sdl,
            new ResolverMap()
                .Query(query =>
                    query
                        .Field("ticks", (Items a, ResolverContext _) => Tick(a.Count))
                        .Field("lazy", (Items a, ResolverContext _) => Lazily(a.Count))
                        .FieldAsync("wait", WaitAsync)
                        .Field("quick", _ => 1)
                )
                .Mutation(mutation => mutation.FieldAsync("wait", WaitAsync)),
            new ExecutorOptions
            {
                Limits = new ExecutionLimits { Timeout = Limit },
                Clock = _clock,
            }
        );

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task An_operation_may_run_until_the_limit(int seconds, bool isCancelled)
    {
        var (response, result) = await _test.Execute($"{{ ticks(count: {seconds}) }}", null);
        Assert.False(result.IsRequestError);
        Assert.Equal(isCancelled, response.Contains("\"code\":\"TIMEOUT\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_that_makes_its_items_one_by_one_is_stopped_between_two()
    {
        var response = await _test.Run("{ lazy(count: 1000) }");
        Assert.Contains("took longer than 3 s and was cancelled", response, StringComparison.Ordinal);
        Assert.Equal(2, _made);
    }

    [Fact]
    public async Task Resolvers_that_wait_are_told_to_stop()
    {
        Assert.Equal(
            """{"data":null,"errors":[{"message":"The operation took longer than 3 s and was cancelled. """
                + """Ask for less at a time, or try again later.","extensions":{"code":"TIMEOUT"}}]}""",
            await _test.Run("{ quick wait }")
        );
        Assert.True(_seen.IsCancellationRequested);
    }

    [Fact]
    public async Task A_mutation_that_is_stopped_says_that_it_may_have_happened() =>
        Assert.Contains(
            "It may have changed something",
            await _test.Run("mutation { wait }"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task The_next_operation_has_all_its_time()
    {
        await _test.Run("{ ticks(count: 2) }");
        Assert.Equal("""{"data":{"ticks":[0,1]}}""", await _test.Run("{ ticks(count: 2) }"));
        await _test.Run("{ wait }");
        Assert.Equal("""{"data":{"quick":1}}""", await _test.Run("{ quick }"));
    }

    [Fact]
    public async Task The_time_of_an_operation_runs_from_its_own_start()
    {
        await _test.Run("{ ticks(count: 2) }");
        // The timer set by the operation before goes off in this one, which has a second left.
        Assert.Equal(
            """{"data":{"first":[0],"second":[0]}}""",
            await _test.Run("{ first: ticks(count: 1) second: ticks(count: 1) }")
        );
        Assert.Contains("TIMEOUT", await _test.Run("{ ticks(count: 1) lazy(count: 9) }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_leaves_is_no_timeout()
    {
        using var caller = new CancellationTokenSource();
        var running = _test.Executor.ExecuteAsync(
            new GraphQLRequest("{ leave: quick wait }", null, null),
            new object(),
            new System.Buffers.ArrayBufferWriter<byte>(),
            Cancelled(caller)
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await running);
    }

    [Fact]
    public async Task By_default_an_operation_has_half_a_minute_and_timers_are_used_again()
    {
        Assert.Equal(TimeSpan.FromSeconds(Limits.MaxExecutionSeconds), new ExecutionLimits().Timeout);
        var deadlines = new Deadlines(TimeSpan.FromMinutes(1), TimeProvider.System);
        var first = deadlines.Start(CancellationToken.None);
        deadlines.End(first, isQuiet: true);
        Assert.Same(first, deadlines.Start(CancellationToken.None));
        deadlines.End(first, isQuiet: false);
        Assert.True(first.Token.IsCancellationRequested);
        Assert.NotSame(first, deadlines.Start(CancellationToken.None));
        await Task.CompletedTask;
    }

    private static CancellationToken Cancelled(CancellationTokenSource source)
    {
        source.Cancel();
        return source.Token;
    }

    private int[] Tick(int seconds)
    {
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        return [.. Enumerable.Range(0, seconds)];
    }

    private IEnumerable<int> Lazily(int count)
    {
        for (_made = 0; _made < count; _made++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            yield return _made;
        }
    }

    private async Task<int> WaitAsync(ResolverContext context)
    {
        _seen = context.CancellationToken;
        var never = new TaskCompletionSource<int>();
        _clock.Advance(Limit);
        return await never.Task.WaitAsync(_seen);
    }

    private sealed record Items(int Count);

    /// <summary>One timer at a time is enough here.</summary>
    private sealed class SteppedTime : TimeProvider
    {
        private readonly List<SteppedTimer> _timers = [];
        private TimeSpan _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new SteppedTimer(this, callback, state);
            timer.Change(dueTime, period);
            _timers.Add(timer);
            return timer;
        }

        public void Advance(TimeSpan by)
        {
            _now += by;
            foreach (var timer in _timers.Where(timer => timer.Due <= _now).ToList())
            {
                timer.Fire();
            }
        }

        private sealed class SteppedTimer(SteppedTime time, TimerCallback callback, object? state) : ITimer
        {
            public TimeSpan? Due { get; private set; }

            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : time._now + dueTime;
                return true;
            }

            public void Fire()
            {
                Due = null;
                callback(state);
            }

            public void Dispose() => time._timers.Remove(this);

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
