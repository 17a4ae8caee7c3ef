using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Disclosure;
using static RegionalNetwork.Domain.Tests.Disclosure.Families;

namespace RegionalNetwork.Domain.Tests.Disclosure;

public sealed class DisclosureLedgerTests
{
    private static readonly Family Standard = OneColumn(Sensitivity.Standard);

    [Fact]
    public void One_or_two_late_returns_leave_the_line_as_it_was_and_three_renew_it()
    {
        FamilyRow[] first = [Row("A", 20), Row("B", 30), Row("C", 40)];
        CandidateLine[] lines = [England("A", "B", "C", "D", "E", "F")];
        var ledger = DisclosureLedger.Empty.Compile(Table(Standard, first), lines);
        var two = ledger.Compile(Table(Standard, [.. first, Row("D", 50), Row("E", 60)]), lines);
        Assert.Equal((90, false), (two.Line("E")?.Sums[0], two.Line("E")?.Superseded));
        Assert.Equal(WithheldReason.Difference, two.Withheld("E"));
        var three = two.Compile(Table(Standard, [.. first, Row("D", 50), Row("E", 60), Row("F", 70)]), lines);
        Assert.Equal(270, three.Line("E")?.Sums[0]);
    }

    [Fact]
    public void A_restated_or_withdrawn_contributor_supersedes_the_line()
    {
        CandidateLine[] lines = [England("A", "B", "C", "D")];
        FamilyRow[] rows = [Row("A", 20), Row("B", 30), Row("C", 40), Row("D", 50)];
        var ledger = DisclosureLedger.Empty.Compile(Table(Standard, rows), lines);
        var restated = ledger.Compile(Table(Standard, [Version("A", 2, 21), .. rows[1..]]), lines);
        Assert.Equal((140, true), (restated.Line("E")?.Sums[0], restated.Line("E")?.Superseded));
        Assert.Equal(2, restated.VersionOf("A"));
        var withdrawn = ledger.Compile(Table(Standard, rows[1..]), lines);
        Assert.True(withdrawn.Line("E")?.Superseded);
        Assert.False(withdrawn.IsShown("A", 0));
    }

    [Fact]
    public void What_was_hidden_stays_hidden_in_later_versions()
    {
        CandidateLine[] lines = [England("A", "B", "C", "D", "F", "G")];
        FamilyRow[] rows = [Row("A", 2), Row("B", 7), Row("C", 11), Row("D", 50), Row("F", 60), Row("G", 70)];
        var ledger = DisclosureLedger.Empty.Compile(Table(Standard, rows), lines);
        Assert.Equal("ABC", ledger.HiddenUnits(0, "A", "B", "C", "D", "F", "G"));
        FamilyRow[] again = [Version("A", 2, 40), Version("B", 2, 41), Version("C", 2, 42), .. rows[3..]];
        var later = ledger.Compile(Table(Standard, again), lines);
        Assert.Equal("ABC", later.HiddenUnits(0, "A", "B", "C", "D", "F", "G"));
        Assert.Equal(303, later.Line("E")?.Sums[0]);
    }

    [Fact]
    public void What_was_shown_hides_nobody_so_a_new_line_that_needs_it_is_withheld()
    {
        FamilyRow[] early = [Row("B", 30), Row("C", 40)];
        var ledger = DisclosureLedger.Empty.Compile(Table(Standard, early), []);
        Assert.True(ledger.IsShown("B", 0));
        var later = ledger.Compile(
            Table(Standard, [.. early, Row("A", 2), Row("D", 50)]),
            [England("A", "B", "C", "D")]
        );
        Assert.Null(later.Line("E"));
        Assert.Equal(WithheldReason.Bounds, later.Withheld("E"));
        Assert.Equal("A", later.HiddenUnits(0, "A", "B", "C", "D"));
    }

    [Fact]
    public void A_less_important_line_that_would_isolate_a_small_council_is_withheld()
    {
        FamilyRow[] rows = [Row("A", 2), Row("B", 7), Row("C", 11), Row("D", 50), Row("F", 60), Row("G", 70)];
        string[] all = ["A", "B", "C", "D", "F", "G"];
        var ledger = DisclosureLedger.Empty.Compile(
            Table(Standard, rows),
            [England(all), Network("N", "D", "F", "G", "C"), Network("M", "D", "F", "G")]
        );
        Assert.Equal(WithheldReason.Bounds, ledger.Withheld("N"));
        Assert.Equal(180, ledger.Line("M")?.Sums[0]);
        Assert.Equal("ABC", ledger.HiddenUnits(0, all));
    }

    [Fact]
    public void Sets_of_one_area_differ_by_three_councils_or_by_none()
    {
        FamilyRow[] rows = [.. "ABCDFGHI".Select(unit => Row($"{unit}", 100))];
        CandidateLine paired = new("paired", "E", LineLevel.England, ["A", "B", "C", "D", "F", "G"]);
        var all = England("A", "B", "C", "D", "F", "G", "H", "I");
        var ledger = DisclosureLedger.Empty.Compile(Table(Standard, rows), [all, paired]);
        Assert.Equal(WithheldReason.Difference, ledger.Withheld("paired"));
        var fewer = paired with { Units = ["A", "B", "C", "D", "F"] };
        Assert.NotNull(DisclosureLedger.Empty.Compile(Table(Standard, rows), [all, fewer]).Line("paired"));
    }

    [Fact]
    public void Groups_too_small_for_a_sum_are_in_no_line_and_the_others_are()
    {
        var family = Breakdown(Sensitivity.Standard, "White", "Asian", "Mixed", "Other");
        var table = Table(family, Groups("A", 40, 20, 6, 1), Groups("B", 55, 21, 7, 0), Groups("C", 60, 22, 8, 2));
        var ledger = DisclosureLedger.Empty.Compile(table, [England("A", "B", "C")]);
        Assert.Equal([155, 63, null, null, 242], ledger.Line("E")!.Sums);
        Assert.Equal("", ledger.HiddenUnits(0, "A", "B", "C"));
        Assert.Equal("AC", ledger.HiddenUnits(3, "A", "B", "C"));
        Assert.Equal(ledger.HiddenUnits(3, "A", "B", "C"), ledger.HiddenUnits(2, "A", "B", "C"));
    }

    [Fact]
    public void A_council_of_two_people_hides_its_total_with_two_others()
    {
        var family = Breakdown(Sensitivity.Standard, "White", "Asian");
        FamilyRow[] rows = [Groups("A", 2, 0), Groups("B", 30, 20), Groups("C", 40, 30), Groups("D", 90, 80)];
        var ledger = DisclosureLedger.Empty.Compile(Table(family, rows), [England("A", "B", "C", "D")]);
        Assert.Equal("ABC", ledger.HiddenUnits(2, "A", "B", "C", "D"));
        Assert.Equal([162, 130, 292], ledger.Line("E")!.Sums);
    }

    [Fact]
    public void A_row_with_a_gap_is_in_no_line()
    {
        var family = Breakdown(Sensitivity.Standard, "White", "Asian");
        FamilyRow gap = new("D", 1, [70, null, 72], 72, 0);
        var table = Table(family, Groups("A", 30, 20), Groups("B", 30, 20), Groups("C", 40, 30), gap);
        var ledger = DisclosureLedger.Empty.Compile(table, [England("A", "B", "C", "D")]);
        Assert.Equal(["A", "B", "C"], ledger.Line("E")!.UnitKeys);
        Assert.True(ledger.IsShown("D", 0));
        Assert.False(ledger.IsShown("D", 1));
    }

    [Fact]
    public void What_is_never_local_is_only_in_sums_of_ten()
    {
        FamilyRow[] rows = [Row("A", 3), Row("B", 3), Row("C", 3), Row("D", 1)];
        var family = OneColumn(Sensitivity.NeverLocal);
        var ten = DisclosureLedger.Empty.Compile(Table(family, rows), [England("A", "B", "C", "D")]);
        Assert.Equal(10, ten.Line("E")?.Sums[0]);
        Assert.Equal("ABCD", ten.HiddenUnits(0, "A", "B", "C", "D"));
        var nine = DisclosureLedger.Empty.Compile(Table(family, rows[..3]), [England("A", "B", "C", "D")]);
        Assert.Equal(WithheldReason.SmallSum, nine.Withheld("E"));
    }

    [Fact]
    public void The_order_of_rows_makes_no_difference_and_the_same_table_changes_nothing()
    {
        FamilyRow[] rows = [Row("A", 2), Row("B", 7), Row("C", 7), Row("D", 7), Row("F", 60)];
        string[] units = ["A", "B", "C", "D", "F"];
        var ledger = DisclosureLedger.Empty.Compile(Table(Standard, rows), [England(units)]);
        var reversed = DisclosureLedger.Empty.Compile(
            Table(Standard, [.. rows.Reverse()]),
            [England([.. units.Reverse()])]
        );
        Assert.Equal(ledger.HiddenUnits(0, units), reversed.HiddenUnits(0, units));
        var again = ledger.Compile(Table(Standard, rows), [England(units)]);
        Assert.Equal(ledger.HiddenUnits(0, units), again.HiddenUnits(0, units));
        Assert.Same(ledger.Line("E"), again.Line("E"));
    }

    [Fact]
    public void A_version_cannot_come_back_with_other_figures()
    {
        var ledger = DisclosureLedger.Empty.Compile(Table(Standard, Row("A", 20)), []);
        Assert.Throws<ArgumentException>(() => ledger.Compile(Table(Standard, Row("A", 21)), []));
    }
}
