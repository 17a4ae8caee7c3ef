using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Disclosure;
using static RegionalNetwork.Domain.Tests.Disclosure.Families;

namespace RegionalNetwork.Domain.Tests.Disclosure;

/// <summary>The audit on ledgers that no compile would make.</summary>
public sealed class BoundsAuditTests
{
    [Fact]
    public void One_hidden_contributor_is_a_failure_for_everybody()
    {
        var failure = Assert.Single(BoundsAudit.Failures(Ledger([2, 7, 11, 15], "A")));
        Assert.Equal(("A", null, 0), (failure.Unit, failure.Insider, failure.Width));
    }

    [Fact]
    public void Of_two_hidden_contributors_each_is_a_failure_for_the_other()
    {
        var failures = BoundsAudit.Failures(Ledger([2, 7, 11, 15], "AB"));
        Assert.Equal([("A", "B"), ("B", "A")], failures.Select(failure => (failure.Unit, failure.Insider!)));
    }

    [Fact]
    public void Three_hidden_contributors_are_none_unless_there_is_too_little_in_them()
    {
        Assert.Empty(BoundsAudit.Failures(Ledger([2, 7, 11, 15], "ABC")));
        Assert.Equal("C", BoundsAudit.Failures(Ledger([1, 2, 11, 15], "ABC"))[0].Insider);
    }

    /// <summary>One column, one line over all, hidden as told.</summary>
    private static DisclosureLedger Ledger(double[] values, string hidden)
    {
        string[] units = [.. values.Select((_, place) => $"{(char)('A' + place)}")];
        var line = new PublishedLine("N", "N", [.. units], [.. units.Select(_ => 1)], [values.Sum()], false)
        {
            Rows = [.. Enumerable.Range(0, values.Length)],
            Published = 1,
        };
        return new DisclosureLedger
        {
            Family = OneColumn(Sensitivity.Standard),
            Rows =
            [
                .. units.Zip(
                    values,
                    (unit, value) => new LedgerRow(unit, 1, [value], hidden.Contains(unit) ? 1u : 0, PeopleInBase)
                ),
            ],
            Lines = [line],
        };
    }
}
