using System.Globalization;
using RegionalNetwork.Domain.Councils;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>Where a council's series breaks, from the register's history and from how it reported.</summary>
internal static class SeriesBreaks
{
    /// <summary>The unit of the council in a period: under this code, a code of the same authority, or the code before or after a
    /// boundary change, whose points belong in the series but behind a break. -1 where there is none.</summary>
    public static int UnitOf(Council council, PeriodUnits units, CouncilRegister register)
    {
        foreach (var code in Lineage(council.Code, register))
        {
            if (register.Find(code) is { } named && units.IndexOf(named) is >= 0 and var unit)
            {
                return unit;
            }
        }
        return -1;
    }

    /// <param name="firstDay">Reference date of the oldest period of the publication: nothing breaks before it.</param>
    public static IReadOnlyList<SeriesBreak> Of(
        Council council,
        IReadOnlyList<SeriesPoint> points,
        DateOnly firstDay,
        CouncilRegister register
    )
    {
        var changes = Lineage(council.Code, register)
            .SelectMany(code => register.PredecessorsOf(code).Concat(register.SuccessorsOf(code)))
            .Where(change => !change.ContinuesSeries && change.Date > firstDay)
            .Distinct()
            .GroupBy(change => (change.Date, change.Kind))
            .Select(group => BreakOf([.. group], register));
        return [.. changes.Concat(ChangesOfReporting(points)).OrderBy(found => found.Date)];
    }

    /// <summary>The council's own codes over time, through recodes and boundary changes but not through merges and splits.</summary>
    private static List<string> Lineage(string code, CouncilRegister register)
    {
        var codes = new List<string> { code };
        for (var index = 0; index < codes.Count; index++)
        {
            var before = register.PredecessorsOf(codes[index]).Where(IsOwn).Select(change => change.From);
            var after = register.SuccessorsOf(codes[index]).Where(IsOwn).Select(change => change.To);
            codes.AddRange(before.Concat(after).Except(codes).ToArray());
        }
        return codes;

        static bool IsOwn(CodeChange change) =>
            change.Kind is CodeChangeKind.Recode or CodeChangeKind.RecodeWithBoundaryChange;
    }

    private static SeriesBreak BreakOf(IReadOnlyList<CodeChange> changes, CouncilRegister register)
    {
        var (date, kind) = (changes[0].Date, changes[0].Kind);
        var from = Names(changes.Select(change => change.From));
        var to = Names(changes.Select(change => change.To));
        var day = Day(date);
        return kind switch
        {
            CodeChangeKind.Merge => new(
                date,
                SeriesBreakKind.Merge,
                $"{to} was formed on {day} from {from}; figures before and after do not compare."
            ),
            CodeChangeKind.Split => new(
                date,
                SeriesBreakKind.Split,
                $"{from} was split on {day}; {to} took over, and figures before and after do not compare."
            ),
            _ => new(
                date,
                SeriesBreakKind.BoundaryChange,
                $"The boundary of {to} changed on {day}; figures before and after describe different areas."
            ),
        };

        string Names(IEnumerable<string> codes) =>
            string.Join(" and ", codes.Distinct().Select(code => register.Find(code)?.Name ?? code));
    }

    private static IEnumerable<SeriesBreak> ChangesOfReporting(IReadOnlyList<SeriesPoint> points)
    {
        foreach (var (before, after) in points.Zip(points.Skip(1)))
        {
            if (before.Unit.IsJoint != after.Unit.IsJoint)
            {
                yield return after.Unit.IsJoint
                    ? new(
                        after.ReferenceDate,
                        SeriesBreakKind.JointReturnStarts,
                        $"From the figures of {Day(after.ReferenceDate)} on, {after.Unit.Name} report jointly; theirs cannot be told apart."
                    )
                    : new(
                        after.ReferenceDate,
                        SeriesBreakKind.JointReturnEnds,
                        $"Until {Day(before.ReferenceDate)}, {before.Unit.Name} reported jointly; from here on the figures are {after.Unit.Name}'s own."
                    );
            }
        }
    }

    private static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
