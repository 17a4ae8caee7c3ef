using Microsoft.Data.Sqlite;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Themes;
using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.SampleData;
using RegionalNetwork.Server.Tests.Journal;

namespace RegionalNetwork.Server.Tests.OldJournals;

/// <summary>
/// What is in the journals that are kept: the sample network, figures that were made up, and changes that nobody made.
/// Every kind of event of the version is in it.
/// </summary>
internal static class OldJournal
{
    private const string Wolverhampton = "E08000031";
    private const string Year = "2022-23";
    private const string Workstream = "west-midlands-anti-racist-practice";
    private const string Psw = "wolverhampton-psw";
    private const string Priority = "made-up-for-a-test";

    private static readonly DateOnly Day = new(2024, 4, 1);

    private static readonly Actor Wolverhamptons = new(
        "psw-wolverhampton-1",
        [new(Role.PrincipalSocialWorker, Place.Council(Wolverhampton))]
    );

    private static readonly PriorityDetails Details = new(
        "Made up for a test",
        new ThemeChoice("T07", ["T08"]),
        "Nobody's priority.\nNor this: £, ¶ and 社.",
        new PriorityAlignment("west-midlands", "Made up as well")
    );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task WriteAsync(TemporaryNetwork network)
    {
        await network.LoadSampleAsync();
        await SyntheticFigures.ImportAsync(network.Host);
        await SyntheticFigures.CorrectAsync(network.Host);
        await ChangePrioritiesAsync(network.Host);
        await ChangeNetworksAsync(network.Host);
        await ChangeAppointmentsAsync(network.Host);
        await ChangeWorkstreamsAsync(network.Host);
        await network.Host.Projection.WaitForAsync(network.Host.Journal.Head, Cancellation);
    }

    /// <summary>One more change, by a new version of the server.</summary>
    public static Task ReviseAgainAsync(NetworkHost host) =>
        SendAsync(host, "again", new RevisePriority(Wolverhampton, Priority, Details with { Title = "Revised again" }));

    /// <summary>Leaves one small file, in the mode in which the journal keeps it.</summary>
    public static void Compact(string path)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM; PRAGMA wal_checkpoint(TRUNCATE);";
        command.ExecuteNonQuery();
    }

    private static async Task ChangePrioritiesAsync(NetworkHost host)
    {
        await SendAsync(host, "p-1", new DeclarePriority(Wolverhampton, Priority, Year, Details));
        await SendAsync(host, "p-2", new RevisePriority(Wolverhampton, Priority, Details with { Title = "Revised" }));
        await SendAsync(
            host,
            "p-3",
            new ChangePriorityStatus(Wolverhampton, Priority, PriorityStatus.Approved, "Cabinet")
        );
        var ids = host.Projection.Current.Snapshot.Councils.PrioritiesOf(Wolverhampton).In(Year).Select(one => one.Id);
        await SendAsync(
            host,
            "p-4",
            new RankPriorities(Wolverhampton, Year, [Priority, .. ids.Where(id => id != Priority)])
        );
    }

    private static async Task ChangeNetworksAsync(NetworkHost host)
    {
        const string Network = "made-up-network";
        var details = new NetworkDetails("Made up", ServiceScope.Adults, RegionCode: null, "No mandate.", ["Nobody"]);
        await SendAsync(host, "n-1", new FoundNetwork(Network, NetworkLevel.Regional, details));
        await SendAsync(host, "n-2", new ReviseNetwork(Network, details with { Name = "Made up, revised" }));
        await SendAsync(host, "n-3", new AdmitCouncil(Network, Wolverhampton, Day));
        await SendAsync(host, "n-4", new ReleaseCouncil(Network, Wolverhampton, Day.AddYears(1)));
        await SendToNetworkAsync(
            host,
            "n-5",
            new DeclarePriority(Network, "n", Year, Details with { Alignment = null })
        );
        await SendToNetworkAsync(host, "n-6", new RevisePriority(Network, "n", Details));
        await SendToNetworkAsync(host, "n-7", new ChangePriorityStatus(Network, "n", PriorityStatus.InProgress, null));
        await SendToNetworkAsync(host, "n-8", new DeclarePriority(Network, "m", Year, Details));
        await SendToNetworkAsync(host, "n-9", new RankPriorities(Network, Year, ["m", "n"]));
    }

    private static async Task ChangeAppointmentsAsync(NetworkHost host)
    {
        await SendAsync(host, "a-1", new ChangePswForm(Psw, PswForm.Dedicated, Day));
        await SendAsync(host, "a-2", new ChangePswReportingLine(Psw, "A role made up for a test", Day));
        await SendAsync(host, "a-3", new EndPswAppointment(Psw, Day.AddYears(1)));
    }

    private static async Task ChangeWorkstreamsAsync(NetworkHost host)
    {
        var details = host.Projection.Current.Snapshot.Workstreams.Find(Workstream)!.Details;
        var action = new WorkstreamActionDetails("Made up for a test", Wolverhampton, DueOn: null);
        var planned = new PracticeEventDetails(
            PracticeEventKind.Workshop,
            "Made up for a test",
            new PracticeEventDate(Day, DatePrecision.Day),
            Audience: null,
            Description: null
        );
        await SendAsync(host, "w-1", new ReviseWorkstream(Workstream, details with { Aims = ["Made up for a test"] }));
        await SendAsync(host, "w-2", new AddParticipant(Workstream, "E08000026", ParticipantRole.Deputy, Day));
        await SendAsync(host, "w-3", new RemoveParticipant(Workstream, "E08000026", Day.AddYears(1)));
        await SendAsync(host, "w-4", new AppointLead(Workstream, "E08000025", Day));
        await SendAsync(host, "w-5", new AddAction(Workstream, "a", action));
        await SendAsync(host, "w-6", new ReviseAction(Workstream, "a", action with { DueOn = Day }));
        await SendAsync(host, "w-7", new ChangeActionStatus(Workstream, "a", ActionStatus.AtRisk));
        await SendAsync(host, "w-8", new PlanPracticeEvent(Workstream, "e", planned));
        await SendAsync(host, "w-9", new RevisePracticeEvent(Workstream, "e", planned with { Audience = "All" }));
        await SendAsync(host, "w-10", new PlanPracticeEvent(Workstream, "f", planned));
        await SendAsync(host, "w-11", new CancelPracticeEvent(Workstream, "f"));
        await SendAsync(host, "w-12", new ChangeWorkstreamStatus(Workstream, WorkstreamStatus.Paused));
    }

    private static Task SendAsync(NetworkHost host, string id, PriorityCommand command) =>
        AcceptedAsync(host, host.Grains.SendAsync(Wolverhamptons, id, (ICouncilCommand)command, Cancellation));

    private static Task SendToNetworkAsync(NetworkHost host, string id, PriorityCommand command) =>
        AcceptedAsync(host, host.Grains.SendAsync(SampleNetwork.Loader, id, (INetworkCommand)command, Cancellation));

    private static Task SendAsync(NetworkHost host, string id, NetworkCommand command) =>
        AcceptedAsync(host, host.Grains.SendAsync(SampleNetwork.Loader, id, command, Cancellation));

    private static Task SendAsync(NetworkHost host, string id, PswCommand command) =>
        AcceptedAsync(host, host.Grains.SendAsync(Wolverhamptons, id, command, Cancellation));

    private static Task SendAsync(NetworkHost host, string id, WorkstreamCommand command) =>
        AcceptedAsync(host, host.Grains.SendAsync(SampleNetwork.Loader, id, command, Cancellation));

    private static async Task AcceptedAsync(NetworkHost host, Task<GrainReply<Refusal>> reply)
    {
        var accepted = Assert.IsType<GrainReply<Refusal>.Accepted>(await reply);
        await host.Projection.WaitForAsync(accepted.Position, Cancellation);
    }
}
