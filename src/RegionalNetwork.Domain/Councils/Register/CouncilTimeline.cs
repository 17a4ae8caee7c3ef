namespace RegionalNetwork.Domain.Councils.Register;

/// <summary>Which councils existed when: one list for each stretch of days between two changes.</summary>
internal sealed class CouncilTimeline
{
    private readonly DateOnly[] _starts;
    private readonly IReadOnlyList<Council>[] _councils;

    public CouncilTimeline(IReadOnlyList<Council> all)
    {
        _starts =
        [
            .. all.Select(council => council.From)
                .Concat(all.Where(council => council.To is not null).Select(council => council.To!.Value.AddDays(1)))
                .Distinct()
                .Order(),
        ];
        _councils =
        [
            .. _starts.Select(start => (IReadOnlyList<Council>)[.. all.Where(council => council.ExistedOn(start))]),
        ];
    }

    public IReadOnlyList<Council> On(DateOnly date)
    {
        var found = Array.BinarySearch(_starts, date);
        var stretch = found >= 0 ? found : ~found - 1;
        return stretch < 0 ? [] : _councils[stretch];
    }
}
