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
    private readonly List<RoundArea> _all = [];

    public RoundAreas(IReadOnlyList<IncludedReturn> included, DateOnly date, NetworkDirectory networks)
    {
        _included = included;
        // The widest first: what is known of England serves most people, and is given up for nothing narrower.
        Add(England.Code, LineLevel.England, one => one.Level >= ReleaseLevel.Nation);
        foreach (var region in CouncilRegister.England.Regions)
        {
            Add(region.Code, LineLevel.Region, one => one.Level >= ReleaseLevel.Nation && IsIn(one, region.Code));
        }

        foreach (var network in networks.All.Where(each => each.Level == NetworkLevel.Regional))
        {
            var members = network
                .MembersOn(date)
                .Select(membership => ReturnUnits.AuthorityOf(membership.Council))
                .ToHashSet(StringComparer.Ordinal);
            Add(
                CodeOf(network),
                LineLevel.Network,
                one => one.Councils.All(council => members.Contains(ReturnUnits.AuthorityOf(council)))
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

    private void Add(string code, LineLevel level, Func<IncludedReturn, bool> isIn) =>
        _all.Add(
            new RoundArea(code, level, [.. Enumerable.Range(0, _included.Count).Where(place => isIn(_included[place]))])
        );

    private static bool IsIn(IncludedReturn one, string region) =>
        one.Councils.All(council => CouncilRegister.England.Find(council)?.RegionCode == region);

    private sealed record RoundArea(string Code, LineLevel Level, int[] Places);
}
