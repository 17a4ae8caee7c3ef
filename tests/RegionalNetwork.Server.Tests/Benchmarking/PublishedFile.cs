using System.Globalization;
using System.Text.RegularExpressions;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Benchmarking;

/// <summary>The census and its oracle, read without the importer.</summary>
internal static partial class PublishedFile
{
    /// <summary>The cell of one area, by any of its codes.</summary>
    public static string Cell(string period, string area, string column)
    {
        var rows = Rows(SharedFiles.Workforce);
        var row = rows.Single(row =>
            row["time_period"] == period
            && area
                == (row["new_la_code"], row["region_code"]) switch
                {
                    ({ Length: > 0 } council, _) => council,
                    (_, { Length: > 0 } region) => region,
                    _ => row["country_code"],
                }
        );
        return row[column];
    }

    public static double Number(string period, string area, string column) =>
        double.Parse(Cell(period, area, column), CultureInfo.InvariantCulture);

    /// <summary>The rollup by paired exclusion, to four places.</summary>
    public static double Oracle(string period, string area, string indicator)
    {
        var row = Rows("csww_rollup_oracle_2017_to_2023.csv")
            .Single(row =>
                row["time_period"] == period && row["geography_code"] == area && row["indicator"] == indicator
            );
        return double.Parse(row["computed"], CultureInfo.InvariantCulture);
    }

    public static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(SharedFiles.PathOf(file));
        var heading = Comma().Split(lines[0].TrimStart('\uFEFF'));
        return lines
            .Skip(1)
            .Select(line => heading.Zip(Comma().Split(line)).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    /// <summary>A comma outside quotation marks.</summary>
    [GeneratedRegex(""",(?=(?:[^"]*"[^"]*")*[^"]*$)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Comma();
}
