using Microsoft.Extensions.Logging.Abstractions;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.People;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal.InMemory;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.People;
using RegionalNetwork.Server.RoleAssignments;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.People;

public sealed class PersonRetentionTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2025, 4, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Actor CommandLine = new(RoleAssignment.CommandLine, [new(Role.Operator, Place.Service)]);

    private readonly SteppedClock _clock = new();
    private NetworkHost? _network;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NetworkHost Network => _network!;

    private PersonDirectory People => Network.Projection.Current.Snapshot.People;

    public async ValueTask InitializeAsync() =>
        _network = await NetworkHost.StartAsync(new InMemoryJournal(), _clock, Cancellation);

    public ValueTask DisposeAsync() => Network.DisposeAsync();

    /// <summary>The last role ends on 30 June 2025, so that the last day of twelve months is 30 June 2026.</summary>
    [Fact]
    public async Task Who_left_is_erased_twelve_months_after_the_last_day_of_the_last_role()
    {
        await AcceptAsync("left", new DateOnly(2025, 5, 31));
        await AcceptAsync("left", new DateOnly(2025, 6, 30));
        await AcceptAsync("stayed", new DateOnly(2025, 5, 31));
        await AcceptAsync("stayed", to: null);
        var left = People.Find(CodeOf("left")!)!;
        List<Identity> forgotten = [];
        Network.People.Forgotten = forgotten.Add;

        await RetainAsync(new DateTimeOffset(2026, 6, 30, 23, 0, 0, TimeSpan.Zero));
        Assert.NotNull(CodeOf("left"));

        await RetainAsync(new DateTimeOffset(2026, 7, 1, 1, 0, 0, TimeSpan.Zero));
        Assert.Null(CodeOf("left"));
        Assert.Null(Network.People.Open(left));
        Assert.NotNull(CodeOf("stayed"));
        Assert.Equal([Asked.SignedIn("left").Identity], forgotten);
    }

    [Fact]
    public async Task Key_that_a_crash_left_behind_is_destroyed_at_the_next_start()
    {
        await AcceptAsync("somebody", to: null);
        var before = People.Find(CodeOf("somebody")!)!;
        var reply = await Network.Grains.SendAsync(
            CommandLine,
            Changes.NewId(),
            new ErasePerson(before.Code),
            Cancellation
        );
        await Network.Projection.WaitForAsync(reply.Position, Cancellation);
        Assert.NotNull(Network.People.Open(before));

        await RetainAsync(Noon);

        Assert.Null(Network.People.Open(before));
    }

    private string? CodeOf(string subject) => Network.People.Find(People, Asked.SignedIn(subject).Identity);

    private async Task RetainAsync(DateTimeOffset now)
    {
        _clock.Now = now;
        var work = new NightlyWork(Network, NullLogger.Instance);
        var retention = new PersonRetention(Network);
        Assert.True(await work.TryAsync(retention.Erasure, Cancellation));
        Assert.True(await work.TryAsync(retention.KeyDestruction, Cancellation));
        var end = (await Network.Journal.ReadChainHeadAsync(Cancellation)).Position;
        await Network.Projection.WaitForAsync(end, Cancellation);
    }

    private async Task AcceptAsync(string subject, DateOnly? to)
    {
        var code = OneTimeCode.New();
        var terms = new RoleTerms(
            Role.Operator,
            Place.Service,
            ServiceScope.Both,
            DateOnly.FromDateTime(Noon.UtcDateTime),
            to,
            null
        );
        var facts = RoleFacts.Of(Network.Projection.Current.Snapshot, CommandLine, terms, Noon);
        var offer = new OfferRole($"role-{Guid.NewGuid():N}", terms, OneTimeCode.HashOf(code)!, facts);
        var reply = await Network.Grains.SendAsync(CommandLine, Changes.NewId(), offer, Cancellation);
        Assert.IsType<GrainReply<Refusal>.Accepted>(reply);
        await Network.Projection.WaitForAsync(reply.Position, Cancellation);
        var answer = await Network.AskAsync(
            Asked.SignedIn(subject),
            $$"""mutation { acceptRole(input: { commandId: "{{Changes.NewId()}}", code: "{{code}}" }) { problems { code } } }"""
        );
        Assert.Empty(answer.Data.Texts("acceptRole.problems", "code"));
    }

    private sealed class SteppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Noon;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
