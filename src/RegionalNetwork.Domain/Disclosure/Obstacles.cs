namespace RegionalNetwork.Domain.Disclosure;

/// <summary>What stops a change: in this row the part would be more than its whole.</summary>
/// <param name="Other">The family of the two that does not change yet.</param>
internal readonly record struct ChangeObstacle(FamilyCell Part, FamilyCell Whole, int Other, int Row);

/// <summary>Families that stand in the way of a change, and where each does so first.</summary>
/// <param name="families">How many the group has.</param>
internal sealed class Obstacles(int families)
{
    private readonly List<ChangeObstacle>?[] _links = new List<ChangeObstacle>?[families];
    private readonly ChangeObstacle[] _nearest = new ChangeObstacle[families];
    private readonly double[] _limits = new double[families];
    private readonly List<int> _families = [];

    /// <param name="limit">How far the change goes until there.</param>
    public void Add(ChangeObstacle link, double limit)
    {
        var links = _links[link.Other] ??= [];
        if (links.Count == 0)
        {
            _families.Add(link.Other);
        }
        if (limit < _limits[link.Other] || links.Count == 0)
        {
            (_limits[link.Other], _nearest[link.Other]) = (limit, link);
        }
        links.Add(link);
    }

    /// <summary>The first that is met before <paramref name="limit"/>, which becomes where that is; null if none is.</summary>
    public ChangeObstacle? Nearest(ref double limit)
    {
        ChangeObstacle? nearest = null;
        foreach (var family in _families)
        {
            if (_limits[family] < limit)
            {
                (limit, nearest) = (_limits[family], _nearest[family]);
            }
        }
        return nearest;
    }

    /// <summary>What the family stands in the way of; it does not any more.</summary>
    public IReadOnlyList<ChangeObstacle> Take(int family)
    {
        _limits[family] = double.PositiveInfinity;
        return _links[family] ?? [];
    }

    public void Clear()
    {
        foreach (var family in _families)
        {
            _links[family]!.Clear();
            _limits[family] = double.PositiveInfinity;
        }
        _families.Clear();
    }
}
