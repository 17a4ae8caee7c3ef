using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Themes;
using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Performance.SyntheticNetwork;

/// <summary>
/// An England of made-up work: every council with a Principal Social Worker and priorities, a network for each region, and
/// workstreams. It goes through the grains, so that it is what the domain allows.
/// </summary>
/// <param name="audience">Of every priority and workstream: <see cref="Audience.Network"/> or <see cref="Audience.Public"/>.</param>
internal sealed class SyntheticCommands(int seed, NetworkHost host, Audience audience)
{
    public const int PrioritiesPerYear = 8;
    public const int Workstreams = 120;
    private const int ParticipantsMin = 5;
    private const int ParticipantsMax = 11;

    private static readonly Actor Everybody = new(
        "synthetic",
        [.. Enum.GetValues<Role>().Select(role => new Grant(role, Place.Service))]
    );
    private static readonly string[] Years = ["2022-23", "2023-24", "2024-25"];
    private static readonly CouncilRegister Register = CouncilRegister.England;

    /// <summary>The first day on which every council has the code that it has now.</summary>
    private static readonly DateOnly FirstDay = Register.Live.Max(council => council.From);

    private readonly Random _random = new(seed);
    private int _commands;
    private JournalPosition _reached = JournalPosition.Start;

    /// <summary>Ends when the snapshot shows it all.</summary>
    public async Task SendAsync()
    {
        await Accept(host.Grains.SendAsync(Everybody, NextId(), SyntheticFigures.Import(_random), default));
        await SetUpNetworksAsync();
        foreach (var council in Register.Live)
        {
            await AppointAsync(council);
            await DeclarePrioritiesAsync(council);
        }

        for (var number = 1; number <= Workstreams; number++)
        {
            await CreateWorkstreamAsync(number);
        }

        await host.Projection.WaitForAsync(_reached);
    }

    private async Task SetUpNetworksAsync()
    {
        foreach (var region in Register.Regions)
        {
            var details = new NetworkDetails($"{region.Name} PSW network", ServiceScope.Both, region.Code, null, []);
            var found = new FoundNetwork(NetworkOf(region), NetworkLevel.Regional, details);
            await Accept(host.Grains.SendAsync(Everybody, NextId(), found, default));
            foreach (var council in Register.LiveIn(region.Code))
            {
                var admit = new AdmitCouncil(NetworkOf(region), council.Code, FirstDay);
                await Accept(host.Grains.SendAsync(Everybody, NextId(), admit, default));
            }
        }
    }

    private Task AppointAsync(Council council) =>
        Accept(
            host.Grains.SendAsync(
                Everybody,
                NextId(),
                new AppointPsw(
                    $"psw-{council.Code}",
                    council.Code,
                    ServiceScope.Both,
                    (PswForm)_random.Next(2),
                    null,
                    FirstDay
                ),
                default
            )
        );

    private async Task DeclarePrioritiesAsync(Council council)
    {
        foreach (var year in Years)
        {
            for (var number = 1; number <= PrioritiesPerYear; number++)
            {
                var details = new PriorityDetails($"Priority {number} of {council.Name}", Themes(), "Because.", null);
                var declare = new DeclarePriority(council.Code, $"{year}-{number}", year, details);
                await Accept(host.Grains.SendAsync(Everybody, NextId(), (ICouncilCommand)declare, default));
                var show = new ChangePriorityAudience(council.Code, declare.Id, audience);
                await Accept(host.Grains.SendAsync(Everybody, NextId(), (ICouncilCommand)show, default));
            }
        }
    }

    private async Task CreateWorkstreamAsync(int number)
    {
        var region = RegionOfWorkstream(number);
        var councils = Register.LiveIn(region.Code).ToArray();
        _random.Shuffle(councils);
        var code = WorkstreamCode(number);
        var details = new WorkstreamDetails($"Workstream {number} of the {region.Name}", Themes(), null, ["An aim."]);
        var create = new CreateWorkstream(code, NetworkOf(region), councils[0].Code, FirstDay, details);
        await Accept(host.Grains.SendAsync(Everybody, NextId(), create, default));
        var show = new ChangeWorkstreamAudience(code, audience);
        await Accept(host.Grains.SendAsync(Everybody, NextId(), show, default));
        foreach (var council in councils.Skip(1).Take(_random.Next(ParticipantsMin, ParticipantsMax + 1)))
        {
            var add = new AddParticipant(code, council.Code, ParticipantRole.Participant, FirstDay);
            await Accept(host.Grains.SendAsync(Everybody, NextId(), add, default));
        }
    }

    private ThemeChoice Themes()
    {
        var lead = _random.Next(ThemeCatalogue.All.Count);
        var further = (lead + 1 + _random.Next(ThemeCatalogue.All.Count - 1)) % ThemeCatalogue.All.Count;
        return new ThemeChoice(ThemeCatalogue.All[lead].Code, [ThemeCatalogue.All[further].Code]);
    }

    /// <summary>Code of the region's network.</summary>
    public static string NetworkOf(Region region) => region.Name.ToLowerInvariant().Replace(' ', '-');

    /// <summary>Code of the network of the council's region.</summary>
    public static string NetworkOf(Council council) => NetworkOf(Register.FindRegion(council.RegionCode)!);

    /// <param name="number">1 to <see cref="Workstreams"/>.</param>
    public static string WorkstreamCode(int number) => $"workstream-{number:000}";

    public static Region RegionOfWorkstream(int number) => Register.Regions[number % Register.Regions.Count];

    private string NextId() => $"synthetic-{++_commands}";

    private async Task Accept(Task<GrainReply<Refusal>> sending)
    {
        var reply = await sending;
        _reached = reply.Position;
        if (reply is GrainReply<Refusal>.Refused refused)
        {
            throw new InvalidOperationException(
                $"The domain refused: {string.Join("; ", refused.Refusals.Select(refusal => refusal.Message))}"
            );
        }
    }
}
