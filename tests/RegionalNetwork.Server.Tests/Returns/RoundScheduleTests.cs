using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Commands;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.InMemory;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Returns;
using RegionalNetwork.Server.Tests.Running;
using static RegionalNetwork.Server.Tests.Returns.AgencyReturns;

namespace RegionalNetwork.Server.Tests.Returns;

public sealed class RoundScheduleTests : IAsyncLifetime
{
    private const string Coventry = "E08000026";

    private static readonly DateTimeOffset Noon = new(2025, 4, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly SteppedClock _clock = new();
    private NetworkHost? _network;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NetworkHost Network => _network!;

    public async ValueTask InitializeAsync() =>
        _network = await NetworkHost.StartAsync(new InMemoryJournal(), _clock, Cancellation);

    public ValueTask DisposeAsync() => Network.DisposeAsync();

    [Fact]
    public async Task A_night_compiles_what_is_released_once_its_embargo_is_over()
    {
        var schedule = new RoundSchedule(Network, NullLogger.Instance);
        var released = await ReleaseAsync(embargoUntil: new DateOnly(2025, 4, 3));

        Assert.Equal(0, await RoundsAfterAsync(schedule, released));
        _clock.Now = Noon.AddDays(2);
        Assert.Equal(1, await RoundsAfterAsync(schedule, released));
        Assert.Equal(1, await RoundsAfterAsync(schedule, released));
        Assert.Equal(
            [Coventry],
            Network.Projection.Current.Snapshot.Returns.LastRound("agency", Period)!.Included.Keys
        );
    }

    private async Task<int> RoundsAfterAsync(RoundSchedule schedule, JournalPosition position)
    {
        await Network.Projection.WaitForAsync(position, Cancellation);
        await schedule.CompileAsync(Cancellation);
        var end = (await Network.Journal.ReadChainHeadAsync(Cancellation)).Position;
        return (await Network.Projection.WaitForAsync(end, Cancellation))
            .Snapshot.Returns.Rounds("agency", Period)
            .Count;
    }

    private async Task<JournalPosition> ReleaseAsync(DateOnly embargoUntil)
    {
        var (address, _) = ReturnAddress.Read(Network.TableSchemas.Collections, "agency", Coventry, Period);
        var file = ReturnFile.Read(
            Network.Projection.Current.Snapshot,
            address!,
            Encoding.UTF8.GetBytes(Table(Coventry, "Coventry", 5)),
            []
        );
        var officer = As.DataOfficer(Coventry);
        await SendAsync(officer, new EnterReturn(address!.Key, file.Entry!));
        await SendAsync(officer, new SubmitReturn(address.Key, address.Collection.Scope, []));
        await SendAsync(As.Approver(Coventry), new ApproveReturn(address.Key, address.Collection.Scope, 1));
        return await SendAsync(
            As.Approver(Coventry),
            new ReleaseReturn(address.Key, address.Collection.Scope, ReleaseLevel.Network, embargoUntil)
        );
    }

    private async Task<JournalPosition> SendAsync(Actor actor, ReturnCommand command)
    {
        var reply = await Network.Grains.SendAsync(actor, Changes.NewId(), command, Cancellation);
        Assert.IsNotType<GrainReply<Refusal>.Refused>(reply);
        return reply.Position;
    }

    private sealed class SteppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Noon;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
