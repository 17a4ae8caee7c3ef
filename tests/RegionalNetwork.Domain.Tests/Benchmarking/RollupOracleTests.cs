using System.Globalization;
using RegionalNetwork.Domain.Benchmarking;

namespace RegionalNetwork.Domain.Tests.Benchmarking;

/// <summary>Every region and England, every rate, every year from 2017 to 2023, against an independent re-aggregation.</summary>
public sealed class RollupOracleTests
{
    private const string Oracle = "csww_rollup_oracle_2017_to_2023.csv";
    private const int OracleRows = 756;

    /// <summary>The oracle rounds the rate to four places, and its difference from the published one to three.</summary>
    private const decimal DifferenceRounding = 0.0005m + 0.00005m;

    /// <summary>Differences beyond 0.06 where nobody was left out: the inputs are rounded to 0.1 FTE, and a hundred or so of them
    /// over a small denominator can move the rate this far.</summary>
    private static readonly HashSet<(string Year, string Area, string Column)> RoundingOfInputs =
    [
        ("2023", "E12000008", "agency_cover_rate_fte"),
        ("2019", "E12000001", "vacancy_agency_cover_rate_fte"),
        ("2018", "E12000003", "vacancy_agency_cover_rate_fte"),
        ("2017", "E12000001", "agency_cover_rate_fte"),
        ("2017", "E12000006", "vacancy_agency_cover_rate_fte"),
    ];

    [Fact]
    public void Sums_and_rates_agree_in_every_row()
    {
        var benchmarks = WithOracleWorkingDays();

        var wrong = OracleRowsOf(benchmarks)
            .Where(row =>
                Rounded(row.Rollup.Numerator, 1) != Number(row.Expected["numerator_sum"])
                || Rounded(row.Rollup.Denominator!.Value, 1) != Number(row.Expected["denominator_sum"])
                || Rounded((decimal)row.Rollup.Value!.Value, 4) != Number(row.Expected["computed"])
            )
            .Select(row => row.ToString());

        Assert.Empty(wrong);
    }

    [Fact]
    public void Coverage_agrees_in_every_row()
    {
        var wrong = OracleRowsOf(Csww.Published)
            .Where(row =>
                row.Rollup.Coverage.Contributors != Number(row.Expected["las_used"])
                || row.Rollup.Coverage.Expected != Number(row.Expected["las_total"])
                || !row
                    .Rollup.Coverage.Missing.Select(unit => unit.Name)
                    .Order()
                    .SequenceEqual(LeftOut(row.Expected).Order())
            )
            .Select(row => row.ToString());

        Assert.Empty(wrong);
    }

    [Fact]
    public void Published_figure_and_difference_agree_in_every_row()
    {
        var wrong = OracleRowsOf(WithOracleWorkingDays())
            .Where(row =>
                row.Rollup.Published!.Value.Text != row.Expected["published"]
                || (
                    row.Rollup.Difference is { } difference
                        ? Math.Abs((decimal)difference - Number(row.Expected["difference"])) > DifferenceRounding
                        : row.Expected["difference"].Length > 0
                )
            )
            .Select(row => row.ToString());

        Assert.Empty(wrong);
    }

    [Fact]
    public void Difference_beyond_rounding_is_explained_by_who_was_left_out()
    {
        var unexplained = OracleRowsOf(Csww.Published)
            .Where(row =>
                Math.Abs(Rounded((decimal)(row.Rollup.Difference ?? 0), 3)) > 0.06m && row.Rollup.Coverage.IsComplete
            )
            .Select(row => (row.Expected["time_period"], row.Expected["geography_code"], row.Expected["indicator"]));

        Assert.Equal(RoundingOfInputs.Order(), unexplained.Order());
    }

    [Fact]
    public void Rounding_of_inputs_can_account_for_each_difference_that_it_is_given_as_reason_for()
    {
        var tooFar = OracleRowsOf(Csww.Published)
            .Where(row => RoundingOfInputs.Contains(KeyOf(row.Expected)))
            .Where(row => Math.Abs((decimal)row.Rollup.Difference!.Value) > 0.05m + FurthestByRounding(row.Rollup));

        Assert.Equal(5, OracleRowsOf(Csww.Published).Count(row => RoundingOfInputs.Contains(KeyOf(row.Expected))));
        Assert.Empty(tooFar);
    }

    /// <summary>The oracle counts 253 working days in every year. The published council rates of 2020 follow 254, and so does the
    /// mapping; with 253 instead, everything else being equal, the oracle's rows for 2020 come out too.</summary>
    private static VintageBenchmarks WithOracleWorkingDays()
    {
        var indicators = Csww.Mapping.Indicators.Select(definition =>
            definition.WorkingDays is null ? definition : definition with { WorkingDays = new WorkingDays(253, 253) }
        );
        var catalogue = new IndicatorCatalogue([Csww.Mapping with { Indicators = [.. indicators] }]);
        return new VintageBenchmarks(Csww.Published.Vintage, catalogue, Csww.Published.Register);
    }

    private static OracleRow[] OracleRowsOf(VintageBenchmarks benchmarks)
    {
        var codes = benchmarks
            .Indicators.Where(definition => definition.IsRate)
            .ToDictionary(definition => definition.Published!, definition => definition.Code);
        var rows = SharedData
            .ReadCsv(Oracle)
            .Select(expected =>
            {
                var column = benchmarks.Column(codes[expected["indicator"]], expected["time_period"]);
                return new OracleRow(expected, column.RollupTo(expected["geography_code"])!);
            })
            .ToArray();
        Assert.Equal(OracleRows, rows.Length);
        return rows;
    }

    /// <summary>Each council's parts may be off by 0.05: as far as the rate, in percent, can move by that, N and D pulling apart.</summary>
    private static decimal FurthestByRounding(Rollup rollup)
    {
        var off = 0.05m * rollup.Coverage.Contributors;
        return ((rollup.Numerator + off) / (rollup.Denominator!.Value - off) * 100) - (decimal)rollup.Value!.Value;
    }

    private static (string, string, string) KeyOf(IReadOnlyDictionary<string, string> expected) =>
        (expected["time_period"], expected["geography_code"], expected["indicator"]);

    private static string[] LeftOut(IReadOnlyDictionary<string, string> expected) =>
        expected["las_excluded"].Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static decimal Rounded(decimal value, int places) => DisplayNumber.Round((double)value, places);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private sealed record OracleRow(IReadOnlyDictionary<string, string> Expected, Rollup Rollup)
    {
        public override string ToString() =>
            $"{string.Join(',', Expected.Values)} but {Rollup.Numerator}/{Rollup.Denominator} = {Rollup.Value}, "
            + $"{Rollup.Coverage.Contributors} of {Rollup.Coverage.Expected}";
    }
}
