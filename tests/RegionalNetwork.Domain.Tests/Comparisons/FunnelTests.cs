using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Methods;
using RegionalNetwork.Domain.Tests.Benchmarking;
using RegionalNetwork.Domain.Tests.Publications;

namespace RegionalNetwork.Domain.Tests.Comparisons;

public sealed class FunnelTests
{
    /// <summary>Audits judged good out of all audits; as shares of agency and employed workers they are the same arithmetic.</summary>
    private static readonly (string Code, int Count, int Total)[] Audits =
    [
        ("E06000036", 81, 100),
        ("E06000060", 33, 60),
        ("E10000014", 45, 50),
        ("E06000046", 96, 160),
        ("E10000025", 70, 80),
        ("E06000044", 28, 40),
    ];

    [Fact]
    public void Councils_beyond_chance_are_told_apart_from_those_within()
    {
        var funnel = FunnelOf("CSW-05");

        Assert.Equal(72.0408163265306, funnel.Pooled!.Value, precision: 12);
        Assert.Equal(
            [
                FunnelBand.High0025,
                FunnelBand.Low0025,
                FunnelBand.High0025,
                FunnelBand.Low0001,
                FunnelBand.High0025,
                FunnelBand.NotSignificant,
            ],
            funnel.Points.Select(point => point.Band)
        );
        Assert.Equal((87.5, 80.0), (funnel.Points[4].Value, funnel.Points[4].Denominator));
    }

    [Fact]
    public void Limits_are_given_from_the_smallest_to_the_largest_council()
    {
        var curve = FunnelOf("CSW-05").Curve;

        Assert.Equal(Limits.FunnelCurvePoints, curve.Count);
        Assert.Equal((40.0, 160.0), (curve[0].Denominator, curve[^1].Denominator));
        Assert.Equal(61.0764713028796, curve[^1].Percent99Point8.Lower, precision: 10);
        Assert.True(curve[0].Percent95.Width > curve[^1].Percent95.Width);
    }

    [Fact]
    public void Anything_but_a_proportion_of_counted_things_is_refused_with_a_reason()
    {
        Assert.Contains(
            "Turnover rate (headcount) is not declared",
            FunnelOf("CSW-02").Refusal,
            StringComparison.Ordinal
        );
        Assert.Empty(FunnelOf("CSW-02").Points);
        Assert.Equal("A funnel needs 3 councils with figures; there are 2.", FunnelOf("CSW-05", Audits[..2]).Refusal);
    }

    private static Funnel FunnelOf(string indicator) => FunnelOf(indicator, Audits);

    private static Funnel FunnelOf(string indicator, (string Code, int Count, int Total)[] audits)
    {
        var data = new DataSetBuilder([], "agency_headcount", "inpost_headcount", "leavers_headcount");
        foreach (var (code, count, total) in audits)
        {
            data.Row("2025", DataSetBuilder.Council(code, code), $"{count}", $"{total - count}", $"{count}");
        }

        var column = Csww.Of(data.Build()).Column(indicator, "2025");
        return Funnel.Of(column, column.Statistics.OverSet([.. audits.Select(audit => audit.Code)]));
    }
}
