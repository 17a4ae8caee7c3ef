using System.Text;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Commands;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal.InMemory;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Returns;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Tests.Running;
using static RegionalNetwork.Server.Tests.Returns.AgencyReturns;

namespace RegionalNetwork.Server.Tests.Returns;

/// <summary>How long returns are shown: drafts for 12 months after the last change, figures for 84 after the end of their period.</summary>
public sealed class ReturnRetentionTests : IAsyncLifetime
{
    private const string Coventry = "E08000026";
    private const string Network = "west-midlands";

    /// <summary>The period's last day is 30 June 2024.</summary>
    private static readonly DateTimeOffset Entered = new(2025, 4, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Actor Coordinator = As.Coordinator(Network);

    private readonly SteppedClock _clock = new();
    private NetworkHost? _host;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NetworkHost Host => _host!;

    public async ValueTask InitializeAsync() =>
        _host = await NetworkHost.StartAsync(new InMemoryJournal(), _clock, Cancellation);

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    [Fact]
    public async Task A_draft_is_shown_for_twelve_months_after_its_last_change()
    {
        await EnterAsync(5);

        Assert.Equal(ReturnStatus.Draft, Shown(Entered.AddMonths(12))?.Status);
        Assert.Null(Shown(Entered.AddMonths(12).AddDays(1)));
    }

    [Fact]
    public async Task A_draft_that_was_handed_in_and_forgotten_is_not_listed_as_handed_in_either()
    {
        await EnterAsync(5);
        await SendAsync(As.DataOfficer(Coventry), (key, scope) => new SubmitReturn(key, scope, []));
        await MakeNetworkAsync();

        Assert.Equal(ReturnProgress.Submitted, ProgressAt(Entered.AddMonths(12)));
        Assert.Equal(ReturnProgress.NotSubmitted, ProgressAt(Entered.AddMonths(12).AddDays(1)));
    }

    [Fact]
    public async Task An_approved_return_loses_an_old_draft_and_keeps_its_vintage()
    {
        await ApproveAsync();
        var address = Address();
        var file = ReturnFile.Read(
            Host.Projection.Current.Snapshot,
            address,
            Encoding.UTF8.GetBytes(Table(Coventry, "Coventry", 6)),
            []
        );
        await SendAsync(
            As.DataOfficer(Coventry),
            (key, _) => new RestateReturn(key, file.Entry!, "One team was missing.")
        );

        Assert.NotNull(Shown(Entered.AddMonths(12))?.Draft);
        var later = Shown(Entered.AddMonths(12).AddDays(1));
        Assert.Equal(1, later?.Vintages.Count);
        Assert.Null(later!.Draft);
    }

    [Fact]
    public async Task Figures_are_shown_for_seven_years_after_the_end_of_their_period()
    {
        await ApproveAsync();
        await MakeNetworkAsync();
        var lastDay = new DateTimeOffset(2031, 6, 30, 23, 0, 0, TimeSpan.Zero);

        Assert.Equal(ReturnStatus.Approved, Shown(lastDay)?.Status);
        Assert.Equal(ReturnProgress.Approved, ProgressAt(lastDay));
        Assert.Null(Shown(lastDay.AddDays(1)));
        Assert.Equal(ReturnProgress.NotSubmitted, ProgressAt(lastDay.AddDays(1)));
    }

    private CouncilReturn? Shown(DateTimeOffset now)
    {
        _clock.Now = now;
        return ReturnSelection
            .Of(
                new NetworkRequest(Host, Caller.Assuming(As.Psw(Coventry))),
                CouncilRegister.England.Find(Coventry)!,
                new ReturnsArguments(null, null)
            )
            .SingleOrDefault();
    }

    private ReturnProgress ProgressAt(DateTimeOffset now)
    {
        _clock.Now = now;
        var request = new NetworkRequest(Host, Caller.Assuming(Coordinator));
        var network = request.Snapshot.Networks.Find(Network)!;
        return Assert.Single(ReturnDue.Of(request, network, new ReturnsDueArguments("agency", Period))).Progress;
    }

    private async Task ApproveAsync()
    {
        await EnterAsync(5);
        await SendAsync(As.DataOfficer(Coventry), (key, scope) => new SubmitReturn(key, scope, []));
        await SendAsync(As.Approver(Coventry), (key, scope) => new ApproveReturn(key, scope, 1));
    }

    private Task EnterAsync(int each)
    {
        var file = ReturnFile.Read(
            Host.Projection.Current.Snapshot,
            Address(),
            Encoding.UTF8.GetBytes(Table(Coventry, "Coventry", each)),
            []
        );
        return SendAsync(As.DataOfficer(Coventry), (key, _) => new EnterReturn(key, file.Entry!));
    }

    private async Task MakeNetworkAsync()
    {
        var details = new NetworkDetails(Network, ServiceScope.Both, null, null, []);
        await DoneAsync(
            await Host.Grains.SendAsync(
                As.AllRoles,
                Changes.NewId(),
                new FoundNetwork(Network, NetworkLevel.Regional, details),
                Cancellation
            )
        );
        await DoneAsync(
            await Host.Grains.SendAsync(
                As.AllRoles,
                Changes.NewId(),
                new AdmitCouncil(Network, Coventry, new DateOnly(2020, 4, 1)),
                Cancellation
            )
        );
    }

    private async Task SendAsync(Actor actor, Func<ReturnKey, ServiceScope, ReturnCommand> command)
    {
        var address = Address();
        await DoneAsync(
            await Host.Grains.SendAsync(
                actor,
                Changes.NewId(),
                command(address.Key, address.Collection.Scope),
                Cancellation
            )
        );
    }

    private async Task DoneAsync(GrainReply<Refusal> reply)
    {
        Assert.IsNotType<GrainReply<Refusal>.Refused>(reply);
        await Host.Projection.WaitForAsync(reply.Position, Cancellation);
    }

    private ReturnAddress Address() =>
        ReturnAddress.Read(Host.TableSchemas.Collections, "agency", Coventry, Period).Address!;

    private sealed class SteppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Entered;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
