using System.Collections.Frozen;
using RegionalNetwork.Domain.Councils.Register;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Councils;

/// <summary>
/// Every council with social care duties in England since 2009, its codes and what became of them. Immutable. A look-up is
/// O(1) and allocates nothing, except <see cref="LiveOn"/>, which is a search over the few dates on which anything changed.
/// Unless stated otherwise, lists of councils are in order of nine-character code.
/// </summary>
public sealed class CouncilRegister
{
    private readonly FrozenDictionary<string, Council> _byAnyCode;
    private readonly FrozenDictionary<string, Region> _regionsByCode;
    private readonly FrozenDictionary<string, IReadOnlyList<Council>> _liveByArea;
    private readonly FrozenDictionary<string, JointReturn> _jointReturnsByCode;
    private readonly CodeHistory _history;
    private readonly Timeline<Council> _timeline;

    private CouncilRegister()
    {
        AllRegions = RegisterTables.Regions();
        Regions = [.. AllRegions.Where(region => !region.IsPartOfRegion)];
        All = RegisterTables.Councils(AllRegions);
        Live = [.. All.Where(council => council.IsLive)];
        _byAnyCode = ByAnyCode(All);
        _regionsByCode = AllRegions.ToFrozenDictionary(region => region.Code);
        _liveByArea = LiveByArea(AllRegions, Live);
        JointReturns = RegisterTables.JointReturns(_byAnyCode);
        _jointReturnsByCode = JointReturns
            .SelectMany(joint =>
                new[] { KeyValuePair.Create(joint.Code, joint), KeyValuePair.Create(joint.ThreeDigitCode, joint) }
            )
            .ToFrozenDictionary();
        Changes = RegisterTables.Changes();
        _history = new CodeHistory(All, Changes);
        _timeline = new Timeline<Council>(All, council => council.From, council => council.To);
    }

    /// <summary>The register of England that this assembly was built with.</summary>
    public static CouncilRegister England { get; } = new();

    /// <summary>Every council, also those that ended.</summary>
    public IReadOnlyList<Council> All { get; }

    /// <summary>The councils that exist in this edition of the register.</summary>
    public IReadOnlyList<Council> Live { get; }

    /// <summary>The nine regions, in code order. They partition England.</summary>
    public IReadOnlyList<Region> Regions { get; }

    /// <summary>The nine regions, then Inner and Outer London.</summary>
    public IReadOnlyList<Region> AllRegions { get; }

    /// <summary>Every change of code since 2009, oldest first.</summary>
    public IReadOnlyList<CodeChange> Changes { get; }

    public IReadOnlyList<JointReturn> JointReturns { get; }

    /// <summary>The council with this nine-character or three-digit code, also one that ended. Where a council and its predecessor
    /// share a three-digit code, the latest. Null when there is none.</summary>
    public Council? Find(string code) => _byAnyCode.GetValueOrDefault(code);

    /// <summary>A region, or a part of London, by its code.</summary>
    public Region? FindRegion(string code) => _regionsByCode.GetValueOrDefault(code);

    /// <summary>A joint return by its published code, <c>E09000021 / E09000027</c> or <c>314 / 318</c>.</summary>
    public JointReturn? FindJointReturn(string code) => _jointReturnsByCode.GetValueOrDefault(code);

    /// <summary>The live councils of England, a region or a part of London; empty for an unknown code.</summary>
    public IReadOnlyList<Council> LiveIn(string areaCode) => _liveByArea.GetValueOrDefault(areaCode, []);

    /// <summary>The councils that existed on a date. Empty before the register begins.</summary>
    public IReadOnlyList<Council> LiveOn(DateOnly date) => _timeline.On(date);

    /// <summary>The council or councils that answer today for a code: itself when live, otherwise its successors to the end of the
    /// chain; the members of a joint return. Empty for an unknown code.</summary>
    public IReadOnlyList<Council> Resolve(string code) =>
        Find(code) is { } council ? _history.CurrentOf(council.Code)
        : FindJointReturn(code) is { } joint ? joint.Members
        : [];

    /// <summary>The changes that led directly to this nine-character code.</summary>
    public IReadOnlyList<CodeChange> PredecessorsOf(string code) => _history.ChangesTo(code);

    /// <summary>The changes by which this nine-character code directly gave way.</summary>
    public IReadOnlyList<CodeChange> SuccessorsOf(string code) => _history.ChangesFrom(code);

    /// <summary>True when the two nine-character codes name the same authority and area, in either order, so that a series may run
    /// through; false when area or authority changed between them, or either is unknown.</summary>
    public bool IsSameAuthority(string code, string other) => _history.IsSameAuthority(code, other);

    private static FrozenDictionary<string, Council> ByAnyCode(IReadOnlyList<Council> all)
    {
        var byCode = all.ToDictionary(council => council.Code);
        foreach (
            var council in all.Where(council => council.ThreeDigitCode is not null).OrderBy(council => council.From)
        )
        {
            byCode[council.ThreeDigitCode!] = council;
        }

        return byCode.ToFrozenDictionary();
    }

    private static FrozenDictionary<string, IReadOnlyList<Council>> LiveByArea(
        IReadOnlyList<Region> areas,
        IReadOnlyList<Council> live
    )
    {
        var byArea = areas.ToDictionary(
            area => area.Code,
            area =>
                (IReadOnlyList<Council>)
                    [.. live.Where(council => council.RegionCode == area.Code || council.SubRegionCode == area.Code)]
        );
        byArea[Councils.England.Code] = live;
        return byArea.ToFrozenDictionary();
    }
}
