using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using static RegionalNetwork.EventSourcing.Tests.Grains.GrainFixture;

namespace RegionalNetwork.EventSourcing.Tests.Grains;

/// <summary>What a grain answers: as it has lived, and the same after it was replayed.</summary>
public abstract class GrainTests
{
    private protected abstract Task PauseAsync(GrainFixture fixture);

    [Fact]
    public async Task Accepted_command_records_its_events_and_answers_their_position()
    {
        await using var grains = new GrainFixture();

        Assert.Equal(Accepted(1, 1), await grains.SendAsync("a", "c1", new TallyCommand.Add(30)));
        await PauseAsync(grains);
        Assert.Equal(Accepted(2, 1), await grains.SendAsync("b", "c1", new TallyCommand.Add(5)));
        await PauseAsync(grains);
        Assert.Equal(Accepted(4, 3), await grains.SendAsync("a", "c2", new TallyCommand.AddTwice(10)));

        Assert.Equal([30, 10, 10], await grains.AmountsAsync("a"));
    }

    [Fact]
    public async Task Refused_command_records_nothing_and_says_why()
    {
        await using var grains = new GrainFixture();
        await grains.SendAsync("a", "c1", new TallyCommand.Add(99));
        await PauseAsync(grains);

        var reply = await grains.SendAsync("a", "c2", new TallyCommand.Add(2));

        var refused = Assert.IsType<GrainReply<string>.Refused>(reply);
        Assert.Equal((TallyRules.TooMuch, new JournalPosition(1)), (Assert.Single(refused.Refusals), refused.Position));
        Assert.Equal([99], await grains.AmountsAsync("a"));
    }

    [Fact]
    public async Task Command_with_nothing_to_change_is_accepted_at_the_position_of_the_grain()
    {
        await using var grains = new GrainFixture();
        await grains.SendAsync("a", "c1", new TallyCommand.Fill());
        await grains.SendAsync("b", "c1", new TallyCommand.Add(1));
        await PauseAsync(grains);

        Assert.Equal(Accepted(1, 1), await grains.SendAsync("a", "c2", new TallyCommand.Fill()));
        Assert.Equal([100], await grains.AmountsAsync("a"));
    }

    [Fact]
    public async Task Repeated_command_answers_its_first_outcome_whether_it_would_still_hold_or_not()
    {
        await using var grains = new GrainFixture();
        await grains.SendAsync("a", "c1", new TallyCommand.AddTwice(30));
        await grains.SendAsync("a", "c2", new TallyCommand.Add(1));
        await PauseAsync(grains);

        // 61 + 60 would be refused, 61 + 20 would be accepted: neither happens.
        Assert.Equal(Repeated(2, 2), await grains.SendAsync("a", "c1", new TallyCommand.AddTwice(30)));
        await PauseAsync(grains);
        Assert.Equal(Repeated(2, 2), await grains.SendAsync("a", "c1", new TallyCommand.AddTwice(10)));
        Assert.Equal([30, 30, 1], await grains.AmountsAsync("a"));
    }

    [Fact]
    public async Task Command_on_old_state_is_decided_again_on_what_another_process_wrote()
    {
        await using var grains = new GrainFixture();
        await grains.SendAsync("a", "c1", new TallyCommand.Add(10));
        await PauseAsync(grains);
        await grains.AppendElsewhereAsync("a", 1, "e1", 20);

        Assert.Equal(Accepted(3, 3), await grains.SendAsync("a", "c2", new TallyCommand.Fill()));

        Assert.Equal([10, 20, 70], await grains.AmountsAsync("a"));
    }

    [Fact]
    public async Task Refusal_rests_on_what_another_process_wrote_not_on_old_state()
    {
        await using var grains = new GrainFixture();
        await grains.SendAsync("a", "c1", new TallyCommand.Add(95));
        await PauseAsync(grains);
        await grains.AppendElsewhereAsync("a", 1, "e1", -50);

        Assert.Equal(Accepted(3, 3), await grains.SendAsync("a", "c2", new TallyCommand.Add(40)));
    }

    [Fact]
    public async Task Command_that_another_process_has_handled_is_a_repeat_and_its_events_count()
    {
        await using var grains = new GrainFixture();
        await grains.SendAsync("a", "c1", new TallyCommand.Add(10));
        await PauseAsync(grains);
        await grains.AppendElsewhereAsync("a", 1, "c2", 70);

        Assert.Equal(Repeated(2, 2), await grains.SendAsync("a", "c2", new TallyCommand.Add(70)));
        Assert.IsType<GrainReply<string>.Refused>(await grains.SendAsync("a", "c3", new TallyCommand.Add(70)));
    }

    [Fact]
    public async Task Many_commands_at_once_are_taken_one_after_another()
    {
        await using var grains = new GrainFixture();
        await PauseAsync(grains);

        var replies = await Task.WhenAll(
            Enumerable
                .Range(0, 150)
                .Select(i => Task.Run(() => grains.SendAsync("a", $"c{i}", new TallyCommand.Add(1))))
        );

        Assert.Equal(100, replies.OfType<GrainReply<string>.Accepted>().Select(r => r.Version).Distinct().Count());
        Assert.Equal(50, replies.OfType<GrainReply<string>.Refused>().Count());
        Assert.Equal(100, (await grains.AmountsAsync("a")).Sum());
    }

    [Fact]
    public async Task Append_that_fails_changes_nothing_and_the_next_turn_goes_on()
    {
        await using var grains = new GrainFixture();
        await grains.SendAsync("a", "c1", new TallyCommand.Add(60));
        grains.Journal.BeforeAppend = _ => throw FaultyJournal.Unavailable();
        await Assert.ThrowsAsync<JournalUnavailableException>(() =>
            grains.SendAsync("a", "c2", new TallyCommand.Add(40))
        );
        grains.Journal.BeforeAppend = _ => Task.CompletedTask;
        await PauseAsync(grains);

        Assert.Equal(Accepted(2, 2), await grains.SendAsync("a", "c2", new TallyCommand.Add(40)));
        Assert.Equal([60, 40], await grains.AmountsAsync("a"));
    }

    [Fact]
    public async Task Append_that_was_durable_but_failed_to_say_so_is_found_by_the_next_turn()
    {
        await using var grains = new GrainFixture();
        grains.Journal.AfterAppend = _ => throw FaultyJournal.Unavailable();
        await Assert.ThrowsAsync<JournalUnavailableException>(() =>
            grains.SendAsync("a", "c1", new TallyCommand.Add(60))
        );
        grains.Journal.AfterAppend = _ => Task.CompletedTask;
        await PauseAsync(grains);

        Assert.IsType<GrainReply<string>.Refused>(await grains.SendAsync("a", "c2", new TallyCommand.Add(60)));
        Assert.Equal(Repeated(1, 1), await grains.SendAsync("a", "c1", new TallyCommand.Add(60)));
        Assert.Equal([60], await grains.AmountsAsync("a"));
    }

    [Fact]
    public async Task Bug_in_a_rule_ends_its_turn_and_harms_no_other()
    {
        await using var grains = new GrainFixture();
        await grains.SendAsync("a", "c1", new TallyCommand.Add(1));
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => grains.SendAsync("a", "c2", new TallyCommand.Break()));
        await PauseAsync(grains);

        Assert.Equal(Accepted(2, 2), await grains.SendAsync("a", "c3", new TallyCommand.Add(2)));
    }

    [Fact]
    public async Task Events_that_cannot_be_folded_never_get_into_the_journal()
    {
        await using var grains = new GrainFixture();
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() =>
            grains.SendAsync("a", "c1", new TallyCommand.AddUnfoldable())
        );
        await PauseAsync(grains);

        Assert.Equal(JournalPosition.Start, grains.Journal.Head);
        Assert.Equal(Accepted(1, 1), await grains.SendAsync("a", "c2", new TallyCommand.Add(2)));
    }
}

/// <summary>The grain stays in memory all the time.</summary>
public sealed class LivingGrainTests : GrainTests
{
    private protected override Task PauseAsync(GrainFixture fixture) => Task.CompletedTask;

    [Fact]
    public async Task Grain_in_memory_decides_without_reading()
    {
        await using var grains = new GrainFixture();
        await grains.SendAsync("a", "c1", new TallyCommand.Add(1));
        var before = grains.Journal.StreamReads;

        await grains.SendAsync("a", "c2", new TallyCommand.Add(1));

        Assert.Equal(before, grains.Journal.StreamReads);
    }
}

/// <summary>The process is restarted at every pause.</summary>
public sealed class ReplayedGrainTests : GrainTests
{
    private protected override Task PauseAsync(GrainFixture fixture) => fixture.RestartAsync();
}

/// <summary>The grain leaves memory for idleness at every pause.</summary>
public sealed class DeactivatedGrainTests : GrainTests
{
    private protected override Task PauseAsync(GrainFixture fixture)
    {
        fixture.Time.Advance(2 * Limits.GrainIdle);
        Assert.Equal(0, fixture.Directory.ActiveCount);
        return Task.CompletedTask;
    }
}
