using Microsoft.IdentityModel.Tokens;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Performance.SyntheticNetwork;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Performance.Day;

/// <summary>
/// 5,000 people: of each council those without whom nothing is returned and approved, of each network and of the nation those who
/// look after it, and drawn for the rest councils' practitioner champions and elected members.
/// </summary>
internal sealed class DayPeople
{
    public const int Count = 5_000;

    private static readonly (Role Role, int Number)[] OfCouncil =
    [
        (Role.PrincipalSocialWorker, 1),
        (Role.DeputyPrincipalSocialWorker, 1),
        (Role.DataOfficer, 3),
        (Role.CouncilApprover, 2),
    ];

    private static readonly (Role Role, int Number)[] OfNetwork =
    [
        (Role.RegionalChair, 1),
        (Role.RegionalCoordinator, 2),
        (Role.RegionalAnalyst, 2),
        (Role.WorkstreamLead, 10),
        (Role.NetworkSponsor, 2),
        (Role.TeachingPartnershipLead, 2),
    ];

    private static readonly (Role Role, int Number)[] OfNation =
    [
        (Role.NationalOffice, 40),
        (Role.NationalAssurance, 20),
        (Role.ResearchPartner, 60),
    ];

    private readonly SymmetricSecurityKey _key;
    private readonly List<Person> _all = [];
    private readonly ILookup<Role, Person> _byRole;
    private readonly ILookup<(Role, string), Person> _byCouncil;

    /// <param name="key">Every node's development key.</param>
    public DayPeople(SymmetricSecurityKey key, int seed)
    {
        _key = key;
        var random = new Random(seed);
        var councils = CouncilRegister.England.Live;
        foreach (var council in councils)
        {
            Add(OfCouncil, Place.Council(council.Code), () => council);
        }

        foreach (var region in CouncilRegister.England.Regions)
        {
            var members = CouncilRegister.England.LiveIn(region.Code);
            Add(OfNetwork, Place.Network(SyntheticCommands.NetworkOf(region)), () => OneOf(members));
        }

        Add(OfNation, Place.Nation, () => OneOf(councils));
        while (_all.Count < Count)
        {
            var council = OneOf(councils);
            var role = random.Next(2) == 0 ? Role.PractitionerChampion : Role.ElectedMember;
            Add([(role, 1)], Place.Council(council.Code), () => council);
        }

        _byRole = _all.ToLookup(person => person.Role);
        _byCouncil = _all.ToLookup(person => (person.Role, person.Council.Code));

        Council OneOf(IReadOnlyList<Council> among) => among[random.Next(among.Count)];
    }

    public Person Anybody(Random random) => _all[random.Next(_all.Count)];

    public Person AnyOf(Random random, Role[] roles)
    {
        var people = _byRole[roles[random.Next(roles.Length)]];
        return people.ElementAt(random.Next(people.Count()));
    }

    /// <summary>The first with a role of a council.</summary>
    public Person Of(Role role, Council council) => _byCouncil[(role, council.Code)].First();

    /// <summary>The first coordinator of the region's network.</summary>
    public Person CoordinatorOf(Region region) =>
        _byRole[Role.RegionalCoordinator].First(person => person.Council.RegionCode == region.Code);

    private void Add((Role Role, int Number)[] roles, Place place, Func<Council> council)
    {
        foreach (var (role, number) in roles)
        {
            for (var i = 0; i < number; i++)
            {
                var actor = new Actor($"day:{_all.Count}", [new Grant(role, place)]);
                var token = DevelopmentTokens.Issue(_key, actor, TimeProvider.System);
                _all.Add(new Person(role, council(), $"Bearer {token}"));
            }
        }
    }
}
