using System.Globalization;
using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Tests.Methods;

/// <summary>Every row of UKHSA's own test data, from the files beside the repository; skipped where they are absent.</summary>
public sealed class PublishedMethodVectorTests
{
    private const string Intervals = "method-vectors/testdata_Byars_Wilson__testdata_B_W.csv";
    private const string FunnelInputs = "method-vectors/testdata_funnel_prop_inputs.csv";
    private const string FunnelOutputs = "method-vectors/testdata_funnel_prop_outputs.csv";

    /// <summary>The files print nine significant digits of intervals, and six places of limits, a percentage.</summary>
    private const double IntervalRelative = 1e-7;
    private const double LimitRounding = 5.1e-7;

    [Fact]
    public void Intervals_are_those_published()
    {
        var rows = SharedData.ReadCsv(Intervals).Where(row => row["method"].Length > 0).ToArray();
        var wrong = rows.Where(row =>
                !(IsClose(row, "lowercl", Of(row).Lower) && IsClose(row, "uppercl", Of(row).Upper))
            )
            .Select(row => $"{string.Join(',', row.Values)} but {Of(row)}");

        Assert.Equal(13, rows.Length);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Funnel_limits_are_those_published()
    {
        var baseline = Pooled(SharedData.ReadCsv(FunnelInputs)).Value;
        var rows = SharedData.ReadCsv(FunnelOutputs);
        var wrong = rows.Where(row => !IsRow(row, FunnelLimits.At(baseline, Number(row["Population"]))))
            .Select(row => string.Join(',', row.Values));

        Assert.Equal(100, rows.Count);
        Assert.All(rows, row => Assert.Equal(Number(row["Baseline"]), 100 * baseline, LimitRounding));
        Assert.Empty(wrong);

        static bool IsRow(IReadOnlyDictionary<string, string> row, FunnelLimits limits) =>
            IsLimit(row["Lower2s0025limit"], limits.Percent95.Lower)
            && IsLimit(row["Upper2s0025limit"], limits.Percent95.Upper)
            && IsLimit(row["Lower3s0001limit"], limits.Percent99Point8.Lower)
            && IsLimit(row["Upper3s0001limit"], limits.Percent99Point8.Upper);
    }

    [Fact]
    public void Areas_lie_in_the_funnel_where_published()
    {
        var rows = SharedData.ReadCsv(FunnelInputs);
        var baseline = Pooled(rows).Value;
        var wrong = rows.Where(row => NameOf(FunnelLimits.Classify(ProportionOf(row), baseline)) != row["significance"])
            .Select(row => string.Join(',', row.Values));

        Assert.Equal(303, rows.Count);
        Assert.Empty(wrong);
    }

    private static Interval Of(IReadOnlyDictionary<string, string> row)
    {
        var level = row["confidence"] == "95%" ? Oracle.Usual : Oracle.Strict;
        return row["method"] == "Byars"
            ? PoissonInterval.Byar(Number(row["x"]), level)
            : WilsonInterval.Of(Number(row["x"]), Number(row["n"]), level);
    }

    /// <summary>The source leaves a bound empty where Byar's formula goes below zero.</summary>
    private static bool IsClose(IReadOnlyDictionary<string, string> row, string column, double actual) =>
        row[column].Length == 0
            ? actual < 0
            : Math.Abs(actual - Number(row[column])) <= IntervalRelative * Number(row[column]);

    private static bool IsLimit(string printed, double limit) =>
        Math.Abs(Number(printed) - (100 * limit)) <= LimitRounding;

    private static Proportion Pooled(IReadOnlyList<IReadOnlyDictionary<string, string>> rows) =>
        Proportion.Pooled([.. rows.Select(ProportionOf)]);

    private static Proportion ProportionOf(IReadOnlyDictionary<string, string> row) =>
        new(Number(row["numerator"]), Number(row["denominator"]));

    private static string NameOf(FunnelBand band) =>
        band switch
        {
            FunnelBand.Low0001 => "Low (0.001)",
            FunnelBand.Low0025 => "Low (0.025)",
            FunnelBand.High0025 => "High (0.025)",
            FunnelBand.High0001 => "High (0.001)",
            _ => "Not significant",
        };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
