using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Disclosure;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>England, the regions and the networks with the returns of a round that each may add up.</summary>
internal sealed class RoundAreas
{
    private readonly IReadOnlyList<IncludedReturn> _included;
    private readonly Func<IncludedReturn, bool> _isAddedUpHere;
    private readonly List<RoundArea> _all = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _members = new(StringComparer.Ordinal);

    /// <param name="isAddedUpHere">False for a return whose region's hub does that.</param>
    /// <param name="date">On which membership counts.</param>
    /// <param name="earlier">Those of the period before; null for the first.</param>
    public RoundAreas(
        IReadOnlyList<IncludedReturn> included,
        Func<IncludedReturn, bool> isAddedUpHere,
        DateOnly date,
        NetworkDirectory networks,
        RoundAreas? earlier
    )
    {
        (_included, _isAddedUpHere) = (included, isAddedUpHere);
        // The widest first: what is known of England serves most people, and is given up for nothing narrower.
        Add(England.Code, LineLevel.England, one => one.Level >= ReleaseLevel.Nation);
        foreach (var region in CouncilRegister.England.Regions)
        {
            Add(region.Code, LineLevel.Region, one => one.Level >= ReleaseLevel.Nation && IsIn(one, region.Code));
        }

        foreach (var network in networks.All.Where(each => each.Level == NetworkLevel.Regional))
        {
            var code = CodeOf(network);
            var members = MembersOf(network, date, earlier?._members.GetValueOrDefault(code));
            _members.Add(code, members);
            var isMember = members.ToHashSet(StringComparer.Ordinal);
            Add(
                code,
                LineLevel.Network,
                one => one.Councils.All(council => isMember.Contains(ReturnUnits.AuthorityOf(council)))
            );
        }
    }

    /// <summary>The area's code in a ledger; no region has a code like it.</summary>
    public static string CodeOf(Network network) => $"network:{network.Id}";

    /// <summary>Lines of every area over every set.</summary>
    public IReadOnlyList<CandidateLine> Candidates(IReadOnlyList<PairedSet> sets)
    {
        var lines = new List<CandidateLine>(_all.Count * sets.Count);
        foreach (var area in _all)
        {
            foreach (var set in sets)
            {
                var units = area
                    .Places.Where(place => set.Has[place])
                    .Select(place => _included[place].UnitKey)
                    .ToArray();
                if (units.Length >= DisclosureRules.LineMinUnits)
                {
                    lines.Add(new CandidateLine(area.Code + set.Suffix, area.Code, area.Level, units));
                }
            }
        }

        return lines;
    }

    /// <summary>
    /// D10: where one or two joined or left, a network's sum stays with those who were in the last period's, so that the two do not tell
    /// their figures. A sum that was shown of one who left stands.
    /// </summary>
    private static IReadOnlyList<string> MembersOf(Network network, DateOnly date, IReadOnlyList<string>? earlier)
    {
        string[] members =
        [
            .. network.MembersOn(date).Select(membership => ReturnUnits.AuthorityOf(membership.Council)).Distinct(),
        ];
        return (earlier is null ? null : ConstantMembership.CommonSet(earlier, members)) ?? members;
    }

    private void Add(string code, LineLevel level, Func<IncludedReturn, bool> isIn) =>
        _all.Add(
            new RoundArea(
                code,
                level,
                [
                    .. Enumerable
                        .Range(0, _included.Count)
                        .Where(place => _isAddedUpHere(_included[place]) && isIn(_included[place])),
                ]
            )
        );

    private static bool IsIn(IncludedReturn one, string region) =>
        one.Councils.All(council => CouncilRegister.England.Find(council)?.RegionCode == region);

    private sealed record RoundArea(string Code, LineLevel Level, int[] Places);
}
