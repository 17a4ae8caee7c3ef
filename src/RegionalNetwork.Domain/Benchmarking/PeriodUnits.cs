using System.Collections.Frozen;
using System.Collections.Immutable;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>Everybody who should report for one period: the units with a row in the file, then the councils that existed on the
/// reference date and have none. No council is in two of them.</summary>
public sealed class PeriodUnits
{
    private readonly FrozenDictionary<string, int> _unitByAuthority;
    private readonly CouncilIdentity _identity;

    internal PeriodUnits(
        Period period,
        DateOnly referenceDate,
        IReadOnlyList<ReportingUnit> units,
        CouncilIdentity identity
    )
    {
        Period = period;
        ReferenceDate = referenceDate;
        All = [.. units];
        _identity = identity;
        _unitByAuthority = All.SelectMany((unit, index) => unit.Councils.Select(council => (council.Code, index)))
            .ToFrozenDictionary(pair => identity.AuthorityOf(pair.Code), pair => pair.index);
    }

    public Period Period { get; }

    public DateOnly ReferenceDate { get; }

    public ImmutableArray<ReportingUnit> All { get; }

    /// <summary>Index of the unit that a council's figures are in, under whichever code the council went then; or -1.</summary>
    public int IndexOf(Council council) => _unitByAuthority.GetValueOrDefault(_identity.AuthorityOf(council.Code), -1);
}
