using System.Numerics;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>
/// Groups of a breakdown that are too small, in the most important line that there is, for a sum of their own. No line shows them,
/// so that the other groups can be shown; there are always two at least, for the total would give one away.
/// </summary>
internal static class SmallGroups
{
    /// <param name="members">Rows of the line.</param>
    /// <param name="published">Groups that some line has shown before: it is too late for those.</param>
    /// <returns>Groups as bits; none where the family is not a breakdown.</returns>
    public static uint Find(
        Family family,
        LineLevel level,
        IReadOnlyList<int> members,
        IReadOnlyList<RowInCompile> rows,
        uint published
    )
    {
        if (family.Relation != SumRelation.Total || members.Count == 0)
        {
            return 0;
        }
        var groups = family.Columns.Count - 1;
        uint small = 0;
        for (var group = 0; group < groups; group++)
        {
            var bit = 1u << group;
            small |= (published & bit) == 0 && IsSmall(bit) ? bit : 0;
        }
        while (small != 0 && (BitOperations.PopCount(small) < DisclosureRules.HiddenMinGroups || IsSmall(small)))
        {
            var next = Enumerable
                .Range(0, groups)
                .Where(group => ((small | published) & (1u << group)) == 0)
                .OrderBy(group => members.Sum(row => rows[row].Values[group]))
                .Select(group => 1u << group)
                .FirstOrDefault();
            if (next == 0)
            {
                break;
            }
            small |= next;
        }
        return BitOperations.PopCount(small) < DisclosureRules.HiddenMinGroups ? 0 : small;

        bool IsSmall(uint columns)
        {
            var (sum, largest, hides) = (0.0, 0.0, false);
            foreach (var row in members)
            {
                double own = 0;
                for (var bits = columns; bits != 0; bits &= bits - 1)
                {
                    own += rows[row].Values[BitOperations.TrailingZeroCount(bits)];
                }
                sum += own;
                largest = Math.Max(largest, own);
                hides |= (rows[row].MustHide & columns) != 0;
            }
            // A contributor who knows the largest part must not be able to tell the others'.
            return PrimaryRule.HidesSum(family.Sensitivity, level, sum)
                || (hides && sum - largest < DisclosureRules.WidthMinPeople);
        }
    }
}
