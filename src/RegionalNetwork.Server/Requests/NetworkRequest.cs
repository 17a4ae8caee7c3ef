using RegionalNetwork.Domain.Audiences;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Narratives;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.ReturnedFigures;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Requests;

/// <summary>
/// What resolvers share within one request: one snapshot from beginning to end, who asks, and what day it is. A mutation moves
/// on to the snapshot that includes what it wrote.
/// </summary>
internal sealed class NetworkRequest(NetworkHost host, Caller caller)
{
    private Published<NetworkSnapshot> _published = host.Projection.Current;
    private AudienceRules? _rules;
    private Actor? _actor;
    private FigureViewer? _figureViewer;
    private bool _isRefusalRecorded;

    public NetworkSnapshot Snapshot => _published.Snapshot;

    /// <summary>How far the snapshot has come.</summary>
    public JournalPosition Position => _published.Position;

    /// <summary>Who asks, with all that they may see; null for an anonymous caller. Found when something asks for it.</summary>
    public Actor? Actor =>
        caller.SignedIn is { } signedIn
            ? _actor ??= ActorResolution.ToRead(signedIn, Snapshot, Host.People, Host.Clock.GetUtcNow())
            : null;

    /// <summary>Who gives commands, with what they may do; null for an anonymous caller.</summary>
    public Actor? ActingActor =>
        caller.SignedIn is null ? null : ActorResolution.ToAct(caller, Snapshot, Host.People, Host.Clock.GetUtcNow());

    /// <summary>What the caller's token or session says of who they are; null for an anonymous caller.</summary>
    public SignedIn? SignedIn => caller.SignedIn;

    public NetworkHost Host { get; } = host;

    /// <summary>The budget that operations of this request are paid from; null where there is no limit.</summary>
    public Spending? Spending { get; init; }

    /// <summary>What it came by; null for what a command on this machine does.</summary>
    public HttpContext? Http { get; init; }

    /// <summary>What the operation of this request cost its caller; 0 where there is no limit.</summary>
    public double CostUnits { get; set; }

    /// <summary>In UTC: memberships and appointments hold by the day, and no rule turns on the hour of its change.</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);

    private AudienceRules Rules => _rules ??= new AudienceRules(Actor, Snapshot.Networks, Snapshot.Agreements, Today);

    /// <summary>How the caller sees what councils returned.</summary>
    public FigureViewer FigureViewer =>
        _figureViewer ??= new FigureViewer(
            Rules,
            Snapshot.FederationLink.Link?.ShownAtHub ?? [],
            (sight, owner) => Note(sight, owner, SharedSubject.Figures)
        );

    /// <summary>What of others' unpublished data this request was shown: to be recorded before the answer is sent.</summary>
    public Disclosures Disclosures { get; } = new();

    public bool Sees(Workstream workstream) =>
        workstream.Audience == Audience.Public
        || Note(Rules.See(workstream), workstream.Place, SharedSubject.Workstreams);

    /// <param name="owner">The council or network whose priority it is.</param>
    public bool Sees(Priority priority, Place owner) =>
        priority.Audience == Audience.Public || Note(Rules.See(priority, owner), owner, SharedSubject.Priorities);

    /// <param name="council">Nine-character code of the council that wrote it.</param>
    public bool Sees(Narrative narrative, string council) =>
        narrative.Audience == Audience.Public
        || Note(Rules.See(narrative, council), Place.Council(council), SharedSubject.Figures);

    /// <summary>A council's return with all its figures: its own people's alone, and of whoever broke the glass.</summary>
    public bool Sees(CouncilReturn one)
    {
        var sight = Rules.See(one);
        foreach (var council in one.Key.Unit.Councils)
        {
            Note(sight, Place.Council(council), SharedSubject.Figures);
        }

        return sight != Sight.Hidden;
    }

    /// <summary>Those that the caller sees: the list itself where that is all of them.</summary>
    public IReadOnlyList<Workstream> Visible(IReadOnlyList<Workstream> workstreams)
    {
        // Counted, not enumerated: an enumerator of an interface is an object, and lists are long.
        for (var i = 0; i < workstreams.Count; i++)
        {
            if (!Sees(workstreams[i]))
            {
                return [.. workstreams.Where(Sees)];
            }
        }

        return workstreams;
    }

    /// <inheritdoc cref="Visible(IReadOnlyList{Workstream})"/>
    /// <param name="owner">The council or network whose priorities they are.</param>
    public IReadOnlyList<Priority> Visible(IReadOnlyList<Priority> priorities, Place owner)
    {
        for (var i = 0; i < priorities.Count; i++)
        {
            if (!Sees(priorities[i], owner))
            {
                return [.. priorities.Where(each => Sees(each, owner))];
            }
        }

        return priorities;
    }

    /// <summary>The councils of which the caller sees a priority under the theme: the list itself where that is all of them.</summary>
    public IReadOnlyList<CouncilInTheme> Visible(IReadOnlyList<CouncilInTheme> councils)
    {
        for (var i = 0; i < councils.Count; i++)
        {
            if (!SeesOne(councils[i]))
            {
                return [.. councils.Where(SeesOne)];
            }
        }

        return councils;
    }

    /// <summary>A request that came by HTTP, paid from its caller's budget.</summary>
    public static NetworkRequest Of(NetworkHost host, Caller caller, HttpContext http) =>
        new(host, caller) { Spending = http.Features.Get<Spending>(), Http = http };

    /// <summary>The same caller now, in the latest snapshot: for what goes on after the request began.</summary>
    public NetworkRequest Anew() => new(Host, caller) { Spending = Spending, Http = Http };

    /// <summary>Puts in the log that something was refused: once for a request, however many fields it asked for.</summary>
    /// <param name="code">Of the refusal.</param>
    public void RecordRefusal(string code)
    {
        if (Http is { } http && !_isRefusalRecorded)
        {
            _isRefusalRecorded = true;
            SecurityLog.Of(http).Record(SecurityEvent.PermissionRefused, code, http, SignedIn);
        }
    }

    /// <summary>Moves on to a snapshot that includes the position: read your own writes.</summary>
    public async Task ReachAsync(JournalPosition position, CancellationToken cancellation)
    {
        _published = await Host.Projection.WaitForAsync(position, cancellation);
        (_rules, _actor, _figureViewer) = (null, null, null);
    }

    private bool SeesOne(CouncilInTheme council)
    {
        var owner = Place.Council(council.Council);
        for (var i = 0; i < council.Priorities.Count; i++)
        {
            if (Sees(council.Priorities[i], owner))
            {
                return true;
            }
        }

        return false;
    }

    private bool Note(Sight sight, Place owner, SharedSubject subject)
    {
        if (sight is Sight.Shared or Sight.BrokenGlass)
        {
            Disclosures.Add(owner, subject, sight);
        }

        return sight != Sight.Hidden;
    }
}
