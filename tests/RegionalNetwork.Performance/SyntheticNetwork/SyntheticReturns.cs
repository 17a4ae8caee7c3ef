using System.Globalization;
using System.Text;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Commands;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Returns;

namespace RegionalNetwork.Performance.SyntheticNetwork;

/// <summary>Returns of every council from CSV files to compiled rounds, as data officers and approvers send them.</summary>
internal sealed class SyntheticReturns(int seed, NetworkHost host)
{
    /// <summary>Returns under way at once.</summary>
    private const int Writers = 64;

    private static readonly Actor DataOfficer = Everywhere("synthetic:officer");
    private static readonly Actor Approver = Everywhere("synthetic:approver");
    private static readonly Council[] Councils = [.. CouncilRegister.England.Live];

    private int _commands;

    /// <summary>A network for each region, so that rounds have lines of networks too.</summary>
    public async Task SetUpNetworksAsync()
    {
        foreach (var region in CouncilRegister.England.Regions)
        {
            var code = SyntheticCommands.NetworkOf(region);
            var details = new NetworkDetails($"{region.Name} PSW network", ServiceScope.Both, region.Code, null, []);
            Accept(
                await host.Grains.SendAsync(
                    Approver,
                    NextId(),
                    new FoundNetwork(code, NetworkLevel.Regional, details),
                    default
                )
            );
            foreach (var council in CouncilRegister.England.LiveIn(region.Code))
            {
                var from = council.From > new DateOnly(2015, 1, 1) ? council.From : new DateOnly(2015, 1, 1);
                Accept(
                    await host.Grains.SendAsync(Approver, NextId(), new AdmitCouncil(code, council.Code, from), default)
                );
            }
        }
    }

    /// <summary>The month's files of all councils that there were, made beforehand so that nobody times the making.</summary>
    public IReadOnlyList<(ReturnAddress Address, byte[] Csv)> FilesOf(int month) =>
        [
            .. Councils
                .Select(council => (Council: council, Address: AddressOf(council, month)))
                .Where(each => each.Council.ExistedOn(each.Address.Period.ReferenceDate))
                .Select(each => (each.Address, CsvOf(each.Council, month, version: 1))),
        ];

    /// <summary>The same for everybody to see.</summary>
    public Task LoadAsync(IReadOnlyList<(ReturnAddress Address, byte[] Csv)> files) =>
        LoadAsync(files, ReleaseLevel.Public);

    /// <summary>Validates, enters, submits, approves, releases and compiles; ends when the snapshot shows it all.</summary>
    /// <param name="files">Of one collection and period.</param>
    public async Task LoadAsync(IReadOnlyList<(ReturnAddress Address, byte[] Csv)> files, ReleaseLevel level)
    {
        var reached = JournalPosition.Start;
        var gate = new Lock();
        await Parallel.ForEachAsync(
            files,
            new ParallelOptions { MaxDegreeOfParallelism = Writers },
            async (file, _) =>
            {
                var position = await ReleaseAsync(file.Address, file.Csv, reason: null, level);
                lock (gate)
                {
                    reached = position > reached ? position : reached;
                }
            }
        );
        await host.Projection.WaitForAsync(reached);
        await CompileAsync(files[0].Address);
    }

    /// <summary>One council restates one month, which is compiled again.</summary>
    public async Task RestateAsync(int council, int month, int version)
    {
        var address = AddressOf(Councils[council], month);
        var csv = CsvOf(Councils[council], month, version);
        await host.Projection.WaitForAsync(await ReleaseAsync(address, csv, "Counted anew", ReleaseLevel.Public));
        await CompileAsync(address);
    }

    private async Task<JournalPosition> ReleaseAsync(
        ReturnAddress address,
        byte[] csv,
        string? reason,
        ReleaseLevel level
    )
    {
        var snapshot = host.Projection.Current.Snapshot;
        var draft = 1 + (snapshot.Returns.Find(address.Key)?.Entries ?? 0);
        var file = ReturnFile.Read(snapshot, address, csv, []);
        var entry =
            file.Entry
            ?? throw new InvalidOperationException(
                $"A synthetic return has faults: {string.Join("; ", file.Faults.Select(fault => fault.ToString()))}"
            );
        var (key, scope) = (address.Key, address.Collection.Scope);
        await SendAsync(
            DataOfficer,
            reason is null ? new EnterReturn(key, entry) : new RestateReturn(key, entry, reason)
        );
        await SendAsync(DataOfficer, new SubmitReturn(key, scope, []));
        await SendAsync(Approver, new ApproveReturn(key, scope, draft));
        return await SendAsync(Approver, new ReleaseReturn(key, scope, level, null));
    }

    private async Task CompileAsync(ReturnAddress address)
    {
        var today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);
        CompileRound compile = Rounds.Next(
            host.Projection.Current.Snapshot.Returns,
            address.Collection.Code,
            address.Period.Code,
            today
        );
        var reply = Accept(await host.Grains.SendAsync(Approver, NextId(), compile, default));
        await host.Projection.WaitForAsync(reply);
    }

    private async Task<JournalPosition> SendAsync(Actor actor, ReturnCommand command) =>
        Accept(await host.Grains.SendAsync(actor, NextId(), command, default));

    private ReturnAddress AddressOf(Council council, int month) =>
        ReturnAddress
            .Read(
                host.TableSchemas.Collections,
                SyntheticCollection.Code,
                council.Code,
                SyntheticCollection.Month(month).Period
            )
            .Address!;

    private byte[] CsvOf(Council council, int month, int version)
    {
        var random = new Random(
            HashCode.Combine(seed, council.Code.GetHashCode(StringComparison.Ordinal), month, version)
        );
        var (_, digits, identifier) = SyntheticCollection.Month(month);
        var csv = new StringBuilder(SyntheticCollection.Heading)
            .Append('\n')
            .Append(CultureInfo.InvariantCulture, $"{digits},{identifier},{council.Code},\"{council.Name}\"");
        for (var rate = 0; rate < SyntheticCollection.Rates; rate++)
        {
            var people = random.Next(15, 400);
            csv.Append(CultureInfo.InvariantCulture, $",{random.Next(people / 4)},{people}");
        }

        return Encoding.UTF8.GetBytes(csv.Append('\n').ToString());
    }

    private static Actor Everywhere(string subject) =>
        new(subject, [.. Enum.GetValues<Role>().Select(role => new Grant(role, Place.Service))]);

    private string NextId() => $"returns-{Interlocked.Increment(ref _commands)}";

    private static JournalPosition Accept(GrainReply<Refusal> reply) =>
        reply is GrainReply<Refusal>.Refused refused
            ? throw new InvalidOperationException(
                $"The domain refused: {string.Join("; ", refused.Refusals.Select(refusal => refusal.Message))}"
            )
            : reply.Position;
}
