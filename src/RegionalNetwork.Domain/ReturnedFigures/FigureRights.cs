using RegionalNetwork.Domain.Councils;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>
/// All that decides what one caller is told of an indicator in a round: how they see each return, and the sums of which areas. Who
/// has equal ones is told the same, figure for figure; who has others is never answered from the same column. Worked out anew for
/// each request, so that a right that ends, ends at once.
/// </summary>
internal sealed class FigureRights : IEquatable<FigureRights>
{
    private static readonly string[] Areas =
    [
        England.Code,
        .. CouncilRegister.England.AllRegions.Select(region => region.Code),
    ];

    private readonly FigureSight[] _sights;
    private readonly uint _areas;
    private readonly int _hash;

    /// <param name="sights">By place in the round. Belongs to this object from now on.</param>
    public FigureRights(FigureSight[] sights, Func<string, bool> seesTotalsOf)
    {
        _sights = sights;
        for (var area = 0; area < Areas.Length; area++)
        {
            _areas |= seesTotalsOf(Areas[area]) ? 1u << area : 0;
        }

        var hash = new HashCode();
        hash.Add(_areas);
        foreach (var sight in sights)
        {
            hash.Add((int)sight);
        }

        _hash = hash.ToHashCode();
    }

    /// <param name="place">In the round.</param>
    public FigureSight this[int place] => _sights[place];

    /// <param name="area">England, a region or a part of London; sums of anything else are nobody's.</param>
    public bool SeesTotalsOf(string area) =>
        Array.IndexOf(Areas, area) is >= 0 and var index && (_areas >> index & 1) != 0;

    public bool Equals(FigureRights? other) =>
        other is not null && _areas == other._areas && _sights.AsSpan().SequenceEqual(other._sights);

    public override bool Equals(object? obj) => Equals(obj as FigureRights);

    public override int GetHashCode() => _hash;
}
