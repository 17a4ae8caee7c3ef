using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>The lines that a compile may publish, and those that it does.</summary>
internal sealed class LinesOfCompile
{
    private readonly Family _family;
    private readonly RowsOfCompile _rows;
    private readonly List<Proposal> _proposals = [];
    private readonly List<PublishedLine> _ever;
    private readonly ImmutableDictionary<string, PublishedLine>.Builder _current;
    private readonly ImmutableDictionary<string, WithheldReason>.Builder _withheld = ImmutableDictionary.CreateBuilder<
        string,
        WithheldReason
    >();

    public LinesOfCompile(
        DisclosureLedger previous,
        Family family,
        RowsOfCompile rows,
        IReadOnlyList<CandidateLine> candidates
    )
    {
        _family = family;
        _rows = rows;
        _ever = [.. previous.Lines];
        _current = previous.CurrentLines.ToBuilder();
        foreach (var candidate in candidates)
        {
            var members = MembersOf(candidate);
            if (PrimaryRule.HidesLine(members.Length, members.Sum(row => rows.All[row].People)))
            {
                _withheld[candidate.Code] = WithheldReason.TooFewUnitsOrPeople;
                continue;
            }
            _proposals.Add(new Proposal(candidate, members));
        }
    }

    /// <summary>Lines that have enough contributors, most important first.</summary>
    public IEnumerable<CandidateLine> All => _proposals.Select(proposal => proposal.Candidate);

    /// <summary>The most important line that has enough contributors.</summary>
    public Proposal? First => _proposals.FirstOrDefault();

    public ImmutableArray<PublishedLine> Ever => [.. _ever];

    public ImmutableDictionary<string, PublishedLine> Current => _current.ToImmutable();

    public ImmutableDictionary<string, WithheldReason> Withheld => _withheld.ToImmutable();

    /// <param name="columns">Columns that lines of this compile show, as bits.</param>
    public void Publish(Partition partition, uint columns)
    {
        foreach (var proposal in _proposals)
        {
            if (IsPublished(proposal, columns))
            {
                continue;
            }
            if (Reason(proposal, columns, partition) is { } reason)
            {
                _withheld[proposal.Candidate.Code] = reason;
                continue;
            }
            var line = Line(proposal, columns);
            _ever.Add(line);
            _current[line.Code] = line;
        }
    }

    /// <summary>Marks the lines with a contributor whose row is not the one that was added up.</summary>
    public static ImmutableDictionary<string, PublishedLine> Mark(
        ImmutableDictionary<string, PublishedLine> lines,
        ImmutableDictionary<string, int> current
    )
    {
        foreach (var (code, line) in lines)
        {
            var superseded = false;
            for (var index = 0; index < line.Rows.Length; index++)
            {
                superseded |= !current.TryGetValue(line.UnitKeys[index], out var row) || row != line.Rows[index];
            }
            lines = line.Superseded == superseded ? lines : lines.SetItem(code, line with { Superseded = superseded });
        }
        return lines;
    }

    private WithheldReason? Reason(Proposal proposal, uint columns, Partition partition)
    {
        if (_ever.Exists(line => line.Area == proposal.Candidate.Area && !IsSafeBeside(line, proposal.Members)))
        {
            return WithheldReason.Difference;
        }
        for (var column = 0; column < _family.Columns.Count; column++)
        {
            if ((columns & (1u << column)) == 0)
            {
                continue;
            }
            var sensitivity = IsTotal(column) ? _family.TotalSensitivity : _family.Sensitivity;
            if (PrimaryRule.HidesSum(sensitivity, proposal.Candidate.Level, Sum(proposal.Members, column)))
            {
                return WithheldReason.SmallSum;
            }
            if (_family.IsAmount && IsDominated(proposal.Members, column))
            {
                return WithheldReason.Dominance;
            }
        }
        return partition.TryPublish(_rows.Members(proposal.Members)) ? null : WithheldReason.Bounds;
    }

    /// <summary>D9, D10: against every set that the area ever had, a restated unit counts as one that changed.</summary>
    private bool IsSafeBeside(PublishedLine line, int[] members)
    {
        var (changed, left, right) = (0, 0, 0);
        var units = line.UnitKeys;
        while (left < units.Length || right < members.Length)
        {
            var order =
                left == units.Length ? 1
                : right == members.Length ? -1
                : string.CompareOrdinal(units[left], _rows.All[members[right]].Unit);
            changed += order != 0 || line.Rows[left] != members[right] ? 1 : 0;
            left += order <= 0 ? 1 : 0;
            right += order >= 0 ? 1 : 0;
        }
        return SetDifference.IsSafe(changed);
    }

    private bool IsPublished(Proposal proposal, uint columns) =>
        _current.TryGetValue(proposal.Candidate.Code, out var line)
        && (columns & ~line.Published) == 0
        && line.Rows.AsSpan().SequenceEqual(proposal.Members);

    /// <summary>D8 protects what is hidden: with nothing to hide in the column there is nothing to work out.</summary>
    private bool IsDominated(int[] members, int column)
    {
        var hides = Array.Exists(members, row => (_rows.All[row].MustHide & (1u << column)) != 0);
        return hides && Dominance.Fails(Array.ConvertAll(members, row => _rows.All[row].Values[column]));
    }

    private PublishedLine Line(Proposal proposal, uint columns)
    {
        var (candidate, members) = proposal;
        return new PublishedLine(
            candidate.Code,
            candidate.Area,
            [.. members.Select(row => _rows.All[row].Unit)],
            [.. members.Select(row => _rows.All[row].Version)],
            [
                .. _family.Columns.Select(
                    (_, column) => ((columns >> column) & 1) == 0 ? (double?)null : Sum(members, column)
                ),
            ],
            false
        )
        {
            Rows = [.. members],
            Published = columns,
        };
    }

    private double Sum(int[] members, int column)
    {
        double sum = 0;
        foreach (var row in members)
        {
            sum += _rows.All[row].Values[column];
        }
        return sum;
    }

    private bool IsTotal(int column) => _family.Relation == SumRelation.Total && column == _family.Columns.Count - 1;

    /// <summary>In ordinal order of the units.</summary>
    private int[] MembersOf(CandidateLine candidate) =>
        [
            .. candidate
                .Units.Distinct()
                .Where(unit => _rows.Current.TryGetValue(unit, out var row) && _rows.All[row].IsComplete)
                .Order(StringComparer.Ordinal)
                .Select(unit => _rows.Current[unit]),
        ];

    internal sealed record Proposal(CandidateLine Candidate, int[] Members);
}
