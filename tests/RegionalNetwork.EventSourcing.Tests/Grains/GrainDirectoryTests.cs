using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using static RegionalNetwork.EventSourcing.Tests.Grains.GrainFixture;

namespace RegionalNetwork.EventSourcing.Tests.Grains;

public sealed class GrainDirectoryTests
{
    private static readonly TallyCommand One = new TallyCommand.Add(1);

    [Fact]
    public async Task Mailbox_takes_as_many_turns_as_its_limit_and_refuses_one_more()
    {
        await using var grains = new GrainFixture(GrainOptions.Default with { MailboxTurns = 3 });
        var gate = new TaskCompletionSource();
        grains.Journal.BeforeAppend = _ => gate.Task;
        var waiting = Enumerable.Range(0, 3).Select(i => grains.SendAsync("a", $"c{i}", One)).ToArray();

        await Assert.ThrowsAsync<GrainBusyException>(() => grains.SendAsync("a", "c3", One));
        gate.SetResult();

        Assert.Equal([Accepted(1, 1), Accepted(2, 2), Accepted(3, 3)], await Task.WhenAll(waiting));
        Assert.Equal(Accepted(4, 4), await grains.SendAsync("a", "c3", One));
    }

    [Fact]
    public async Task Turns_are_taken_in_order_of_arrival()
    {
        await using var grains = new GrainFixture();
        var gate = new TaskCompletionSource();
        grains.Journal.BeforeAppend = _ => gate.Task;
        var waiting = Enumerable
            .Range(1, 10)
            .Select(i => grains.SendAsync("a", $"c{i}", new TallyCommand.Add(i)))
            .ToArray();

        gate.SetResult();
        await Task.WhenAll(waiting);

        Assert.Equal(Enumerable.Range(1, 10), await grains.AmountsAsync("a"));
    }

    [Fact]
    public async Task Turn_that_is_given_up_while_it_waits_does_not_happen_and_lets_nobody_in_early()
    {
        await using var grains = new GrainFixture();
        var gate = new TaskCompletionSource();
        grains.Journal.BeforeAppend = _ => gate.Task;
        using var source = new CancellationTokenSource();
        var first = grains.SendAsync("a", "c1", One);
        var givenUp = grains.Directory.SendAsync(
            "a",
            new GrainCommand<TallyCommand>("c2", "tester", One),
            source.Token
        );
        var third = grains.SendAsync("a", "c3", One);

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        Assert.False(third.IsCompleted);
        gate.SetResult();

        Assert.Equal([Accepted(1, 1), Accepted(2, 2)], await Task.WhenAll(first, third));
    }

    [Fact]
    public async Task Grains_wait_for_none_but_their_own_turns()
    {
        await using var grains = new GrainFixture();
        var gate = new TaskCompletionSource();
        grains.Journal.BeforeAppend = request => request.Stream.Key == "slow" ? gate.Task : Task.CompletedTask;
        var slow = grains.SendAsync("slow", "c1", One);

        Assert.Equal(Accepted(1, 1), await grains.SendAsync("quick", "c1", One));
        Assert.False(slow.IsCompleted);
        gate.SetResult();
        Assert.Equal(Accepted(2, 1), await slow);
    }

    [Fact]
    public async Task Grain_leaves_memory_when_it_has_been_idle_for_its_time_and_not_before()
    {
        await using var grains = new GrainFixture();
        await grains.SendAsync("a", "c1", One);

        grains.Time.Advance(Limits.GrainIdle - TimeSpan.FromTicks(1));
        Assert.Equal(1, grains.Directory.ActiveCount);
        grains.Time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(0, grains.Directory.ActiveCount);
    }

    [Fact]
    public async Task Grain_in_a_turn_is_not_idle_however_long_it_takes()
    {
        await using var grains = new GrainFixture();
        var gate = new TaskCompletionSource();
        grains.Journal.BeforeAppend = _ => gate.Task;
        var slow = grains.SendAsync("a", "c1", One);

        grains.Time.Advance(10 * Limits.GrainIdle);

        Assert.Equal(1, grains.Directory.ActiveCount);
        gate.SetResult();
        await slow;
    }

    [Fact]
    public async Task Past_the_limit_the_grain_that_has_rested_longest_makes_room()
    {
        await using var grains = new GrainFixture(GrainOptions.Default with { ActiveGrains = 2 });
        foreach (var key in new[] { "a", "b", "a", "c" })
        {
            await grains.SendAsync(key, $"c{grains.Journal.Head}", One);
            grains.Time.Advance(TimeSpan.FromSeconds(1));
            Assert.InRange(grains.Directory.ActiveCount, 1, 2);
        }
        var before = grains.Journal.StreamReads;

        await grains.SendAsync("a", "again", One);
        Assert.Equal(before, grains.Journal.StreamReads);
        await grains.SendAsync("b", "again", One);
        Assert.NotEqual(before, grains.Journal.StreamReads);
    }

    [Fact]
    public async Task Past_the_limit_with_all_grains_busy_a_command_is_refused()
    {
        await using var grains = new GrainFixture(GrainOptions.Default with { ActiveGrains = 2 });
        var gate = new TaskCompletionSource();
        grains.Journal.BeforeAppend = _ => gate.Task;
        var busy = new[] { grains.SendAsync("a", "c1", One), grains.SendAsync("b", "c1", One) };

        await Assert.ThrowsAsync<GrainBusyException>(() => grains.SendAsync("c", "c1", One));
        gate.SetResult();
        await Task.WhenAll(busy);

        Assert.Equal(Accepted(3, 1), await grains.SendAsync("c", "c1", One));
    }

    [Theory]
    [InlineData(Limits.GrainConflictRetries, true)]
    [InlineData(Limits.GrainConflictRetries + 1, false)]
    public async Task Command_that_loses_every_race_is_given_up_after_the_limit(int races, bool isAccepted)
    {
        await using var grains = new GrainFixture();
        await grains.SendAsync("a", "c1", One);
        var lost = 0;
        grains.Journal.BeforeAppend = request =>
            ++lost <= races
                ? grains.AppendElsewhereAsync("a", request.ExpectedVersion.Value, $"e{lost}", 1)
                : Task.CompletedTask;

        var sending = grains.SendAsync("a", "c2", One);

        if (isAccepted)
        {
            Assert.Equal(Accepted(races + 2, races + 2), await sending);
        }
        else
        {
            await Assert.ThrowsAsync<GrainBusyException>(() => sending);
        }
    }

    [Fact]
    public async Task Events_carry_command_actor_and_time_of_decision()
    {
        await using var grains = new GrainFixture();
        grains.Time.Advance(TimeSpan.FromMinutes(5));

        await grains.SendAsync("a", "c1", One);

        var entry = Assert.Single(await grains.Journal.ReadAllAsync(JournalPosition.Start, 10, Token));
        Assert.Equal((new StreamId("tally", "a"), "tally.added.v1"), (entry.Stream, entry.Type));
        Assert.Equal(("c1", "tester", grains.Time.GetUtcNow()), (entry.CommandId, entry.Actor, entry.RecordedAt));
    }

    [Theory]
    [InlineData("", "c1")]
    [InlineData("a b", "c1")]
    [InlineData("a", "")]
    [InlineData("a", "c 1")]
    public async Task Key_or_command_id_of_the_wrong_form_reaches_no_grain(string key, string commandId)
    {
        await using var grains = new GrainFixture();

        await Assert.ThrowsAsync<ArgumentException>(() => grains.SendAsync(key, commandId, One));

        Assert.Equal(0, grains.Directory.ActiveCount);
    }

    [Fact]
    public async Task Grains_that_come_and_go_under_load_lose_nothing()
    {
        await using var grains = new GrainFixture(GrainOptions.Default with { ActiveGrains = 8 });

        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(worker =>
                    Task.Run(async () =>
                    {
                        for (var i = 0; i < 300; i++)
                        {
                            await grains.SendAsync($"k{(worker + i) % 24}", $"{worker}-{i}", One);
                        }
                    })
                )
        );

        Assert.Equal(1200, grains.Journal.Head.Value);
        Assert.InRange(grains.Directory.ActiveCount, 1, 8);
    }
}
