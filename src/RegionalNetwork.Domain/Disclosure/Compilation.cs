using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>One compile: rows that are new since the last are settled, and lines published, in the order of D13: what is hidden
/// for its own sake, what more, audit. (Rounding and labels are for who shows the sums.)</summary>
internal sealed class Compilation
{
    private readonly DisclosureLedger _previous;
    private readonly Family _family;
    private readonly RowsOfCompile _rows;
    private readonly IReadOnlyList<CandidateLine> _candidates;

    public Compilation(DisclosureLedger previous, FamilyTable table, IReadOnlyList<CandidateLine> candidates)
    {
        _previous = previous;
        _family = table.Family;
        _rows = new RowsOfCompile(previous, table);
        _candidates = candidates;
    }

    /// <summary>Whether there is a sum that was neither published nor withheld before but for too few units or people.</summary>
    public bool HasSumsNeverTried() =>
        new LinesOfCompile(_previous, _family, _rows, _candidates).All.Any(line =>
            _previous.Line(line.Code) is null
            && _previous.Withheld(line.Code) is null or WithheldReason.TooFewUnitsOrPeople
        );

    /// <summary>What is hidden and which sums are published, by what this family alone tells.</summary>
    public DisclosureLedger Publish()
    {
        var published = _previous.Lines.Aggregate(0u, (columns, line) => columns | line.Published);
        var lines = new LinesOfCompile(_previous, _family, _rows, _candidates);
        var small = lines.First is { } first
            ? SmallGroups.Find(_family, first.Candidate.Level, first.Members, _rows.All, published)
            : _previous.Merged;
        var work = new WorkTable(_family, _rows.All, small);
        var partition = Start(work);
        if (!partition.IsSafe)
        {
            // Earlier lines rely on the groups that were too small then.
            small = _previous.Merged;
            work = new WorkTable(_family, _rows.All, small);
            partition = Start(work);
        }
        if (!partition.IsSafe)
        {
            return PublishNothing(WithheldReason.Bounds);
        }
        lines.Publish(partition, ~small & _rows.AllColumns);
        var hidden = new uint[_rows.All.Count];
        partition.ForEachRow((row, mask) => hidden[row] = work.FamilyBits(row, mask));
        return Next(row => HiddenIn(row, hidden[row]), lines, small);
    }

    private Partition Start(WorkTable work) =>
        new(work, _rows.Complete, _previous.Lines.Select(line => _rows.Members(line.Rows)));

    /// <summary>Of a row with gaps nothing is shown if anything is to be hidden: it is in no line, and so nothing is known.</summary>
    private uint HiddenIn(int row, uint solution)
    {
        var source = _rows.All[row];
        return source.IsSettled ? source.MustHide
            : source.IsComplete ? solution
            : source.MustHide == 0 ? 0
            : _rows.AllColumns;
    }

    /// <summary>Hides all of every row that is new: in no sum, it tells nothing.</summary>
    public DisclosureLedger PublishNothing(WithheldReason reason) =>
        new()
        {
            Family = _family,
            Rows = _rows.Settle(row => _rows.All[row].IsSettled ? _rows.All[row].MustHide : _rows.AllColumns),
            Current = _rows.Current,
            Lines = _previous.Lines,
            CurrentLines = LinesOfCompile.Mark(_previous.CurrentLines, _rows.Current),
            WithheldLines = _candidates.ToImmutableDictionary(line => line.Code, _ => reason),
            Merged = _previous.Merged,
        };

    private DisclosureLedger Next(Func<int, uint> hidden, LinesOfCompile lines, uint merged) =>
        new()
        {
            Family = _family,
            Rows = _rows.Settle(hidden),
            Current = _rows.Current,
            Lines = lines.Ever,
            CurrentLines = LinesOfCompile.Mark(lines.Current, _rows.Current),
            WithheldLines = lines.Withheld,
            Merged = merged,
        };
}
