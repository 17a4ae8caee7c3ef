using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Performance.SyntheticNetwork;
using RegionalNetwork.Server.Priorities;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Performance.Day;

/// <summary>What Principal Social Workers and coordinators write.</summary>
internal sealed class DayWrites
{
    public const string NarrativePeriod = "2023";

    private const string Year = "2024-25";

    public static readonly string[] NarrativeIndicators = ["CSW-01", "CSW-02", "CSW-03", "CSW-04"];

    private static readonly Dictionary<DayKind, DayDocument> Documents = new()
    {
        [DayKind.RevisePriority] = DayDocument.Mutation(
            "revisePriority",
            "$code: ID!, $text: String!",
            """priority: $code, title: $text, theme: "T04" """
        ),
        [DayKind.WriteNarrative] = DayDocument.Mutation(
            "writeNarrative",
            "$council: String!, $code: String!, $text: String!",
            $"""council: $council, indicator: $code, period: "{NarrativePeriod}", text: $text, audience: NETWORK"""
        ),
        [DayKind.ReviseWorkstream] = DayDocument.Mutation(
            "reviseWorkstream",
            "$code: String!, $text: String!",
            """workstream: $code, title: $text, theme: "T04" """
        ),
    };

    private readonly Dictionary<DayKind, Pool<WrittenThing>> _pools;
    private readonly DayClient _client;
    private readonly Acknowledged _acknowledged;

    public DayWrites(DayPeople people, DayClient client, Acknowledged acknowledged, int seed)
    {
        (_client, _acknowledged) = (client, acknowledged);
        _pools = new[] { Priorities(people), Narratives(people), Workstreams(people) }
            .Select(things => new Pool<WrittenThing>(things, seed))
            .ToDictionary(pool => pool.All[0].Kind);
    }

    public IEnumerable<WrittenThing> Written =>
        _pools.Values.SelectMany(pool => pool.All).Where(thing => thing.Text is not null);

    public static bool Knows(DayKind kind) => Documents.ContainsKey(kind);

    /// <returns>The code of what went wrong, or null.</returns>
    public async Task<string?> WriteAsync(DayKind kind, long due, byte[] buffer)
    {
        var pool = _pools[kind];
        var thing = await pool.TakeAsync();
        thing.Version++;
        var text = $"What we do about it, version {thing.Version}";
        object variables =
            kind == DayKind.WriteNarrative
                ? new
                {
                    id = thing.CommandId,
                    council = thing.Writer.Council.Code,
                    code = thing.Code,
                    text,
                }
                : new
                {
                    id = thing.CommandId,
                    code = thing.Code,
                    text,
                };
        var answer = await _client.PostAsync(thing.Writer, "/graphql", Documents[kind].With(variables), buffer);
        var (position, fault) = answer.Written();
        if (fault is null)
        {
            thing.Text = text;
            thing.Writer.Knows.Raise(position);
            _acknowledged.Add(new Acknowledgement(kind, thing.CommandId, position, due));
            pool.GiveBack(thing);
        }

        return fault;
    }

    private static IEnumerable<WrittenThing> Priorities(DayPeople people) =>
        from council in CouncilRegister.England.Live
        let psw = people.Of(Role.PrincipalSocialWorker, council)
        from number in Enumerable.Range(1, SyntheticCommands.PrioritiesPerYear)
        let id = NodeId.Of(PriorityView.PriorityType, nameof(OwnerKind.Council), council.Code, $"{Year}-{number}")
        select new WrittenThing(DayKind.RevisePriority, id, psw);

    private static IEnumerable<WrittenThing> Narratives(DayPeople people) =>
        from council in CouncilRegister.England.Live
        let psw = people.Of(Role.PrincipalSocialWorker, council)
        from indicator in NarrativeIndicators
        select new WrittenThing(DayKind.WriteNarrative, indicator, psw);

    private static IEnumerable<WrittenThing> Workstreams(DayPeople people) =>
        from number in Enumerable.Range(1, SyntheticCommands.Workstreams)
        let coordinator = people.CoordinatorOf(SyntheticCommands.RegionOfWorkstream(number))
        select new WrittenThing(DayKind.ReviseWorkstream, SyntheticCommands.WorkstreamCode(number), coordinator);
}
