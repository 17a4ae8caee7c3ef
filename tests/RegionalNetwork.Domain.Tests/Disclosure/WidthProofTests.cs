using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Disclosure;

namespace RegionalNetwork.Domain.Tests.Disclosure;

/// <summary>
/// Until when a proof holds. Six councils return all leavers, and those of them who were new, as many: more who were new are more
/// leavers, and the sum of all six is shown of both.
/// </summary>
public sealed class WidthProofTests
{
    private const int Leavers = 0;
    private const int New = 1;
    private const double People = 20;

    private static readonly int[] All = [0, 1, 2, 3, 4, 5];

    private static readonly Family OneColumn = new(
        ["Total"],
        SumRelation.None,
        Sensitivity.Standard,
        Sensitivity.Standard,
        IsAmount: false
    );

    private static readonly FamilyGroup Group = new(
        [1, 1],
        [new CellBound(new FamilyCell(New, 0), new FamilyCell(Leavers, 0))]
    );

    [Fact]
    public void Proof_of_a_part_changes_its_whole_too() =>
        Assert.Equal([Leavers, New], ProofOfNew().Families.Order().ToArray());

    [Fact]
    public void It_holds_with_what_it_was_made_of_and_with_sums_that_say_nothing_new()
    {
        Assert.True(ProofOfNew().HoldsWith(Facts(Hidden(All), [All]), Leavers));
        Assert.True(ProofOfNew().HoldsWith(Facts(Hidden(All), [All, All]), Leavers));
    }

    [Fact]
    public void It_ends_where_a_cell_that_it_changes_is_shown() =>
        Assert.False(ProofOfNew().HoldsWith(Facts(Hidden([1, 2, 3, 4, 5]), [All]), Leavers));

    // One other council is not enough for a proof, since that council knows its own figures.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void It_ends_where_a_sum_has_the_council_without_all_who_make_up_for_it(int other) =>
        Assert.False(ProofOfNew().HoldsWith(Facts(Hidden(All), [All, [0, other]]), Leavers));

    private static WidthProof ProofOfNew()
    {
        var audit = new BoundsAudit(Facts(Hidden(All), [All]));
        Assert.Null(audit.Check(new HiddenCell(New, 0, 0)));
        return audit.Proof();
    }

    /// <summary>Of the leavers; those who were new are hidden, and added up over all six.</summary>
    private static GroupFacts Facts(bool[] hidden, int[][] sums) =>
        new(Group, [FactsOf(hidden, sums), FactsOf(Hidden(All), [All])]);

    private static AuditFacts FactsOf(bool[] hidden, int[][] sums) =>
        new(
            OneColumn,
            [.. All.Select(row => new LedgerRow($"C{row}", 1, [People], hidden[row] ? 1u : 0, People))],
            [
                .. sums.Select(rows => new PublishedLine("E", "E", [], [], [], Superseded: false)
                {
                    Rows = [.. rows],
                    Published = 1,
                }),
            ]
        );

    private static bool[] Hidden(int[] rows) => [.. All.Select(row => rows.Contains(row))];
}
