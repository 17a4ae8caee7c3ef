using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>Everybody who should report for one period: the units with a row in the file, then the councils that existed on the
/// reference date and have none. No council is in two of them.</summary>
public sealed class PeriodUnits
{
    private readonly FrozenDictionary<string, int> _unitByAuthority;
    private readonly CouncilIdentity _identity;
    private readonly ConditionalWeakTable<object, CouncilSelection> _selections = [];

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

    internal CouncilRegister Register => _identity.Register;

    public Period Period { get; }

    public DateOnly ReferenceDate { get; }

    public ImmutableArray<ReportingUnit> All { get; }

    /// <summary>The units that a set of councils makes up.</summary>
    internal CouncilSelection Select(IReadOnlyList<string> codes) => CouncilSelection.Of(codes, this, Register);

    /// <summary>The same, found once for a set that many columns of this period are asked for.</summary>
    /// <param name="set">The immutable thing whose councils they are; kept no longer than it lives.</param>
    internal CouncilSelection Select(object set, Func<IReadOnlyList<string>> codes) =>
        _selections.TryGetValue(set, out var selection) ? selection : _selections.GetValue(set, _ => Select(codes()));

    /// <summary>Index of the unit that a council's figures are in, under whichever code the council went then; or -1.</summary>
    public int IndexOf(Council council) => _unitByAuthority.GetValueOrDefault(_identity.AuthorityOf(council.Code), -1);
}
