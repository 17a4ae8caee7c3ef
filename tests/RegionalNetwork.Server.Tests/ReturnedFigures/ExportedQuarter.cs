using System.Globalization;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Tests.Exports;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.ReturnedFigures;

/// <summary>A number of the attacked indicator in a file.</summary>
/// <param name="Code">Of a council, a region or England.</param>
/// <param name="Column">Place of the job type.</param>
internal sealed record ExportedNumber(string Code, bool IsCouncil, string Field, int Column, double Value);

/// <summary>What the file of the attacked indicator says of one quarter.</summary>
internal static class ExportedQuarter
{
    public static async Task<IReadOnlyList<ExportedNumber>> ReadAsync(
        RunningServer server,
        string period,
        Actor? viewer
    )
    {
        var file = await ExportedFile.GetAsync(server.Client, "/exports/indicators/AGY-04.csv", viewer, server.Data);
        return [.. file.Rows.Where(row => IsOf(row, period)).SelectMany(Numbers)];
    }

    private static bool IsOf(IReadOnlyDictionary<string, string> row, string period) =>
        row["time_period"] == period[..6] && row["time_identifier"] == $"Financial year Q{period[^1]}";

    private static IEnumerable<ExportedNumber> Numbers(IReadOnlyDictionary<string, string> row)
    {
        var column = Array.IndexOf(GeneratedQuarter.JobTypes, row["job_type"]);
        Assert.True(column >= 0, $"A job type that nobody returned: {row["job_type"]}.");
        var level = row["geographic_level"];
        var code = row[
            level switch
            {
                "Local authority" => "new_la_code",
                "Regional" => "region_code",
                _ => "country_code",
            }
        ];
        foreach (
            var (heading, field) in GeneratedQuarter
                .Fields.Reverse()
                .Zip((string[])["numerator", "denominator"], (field, heading) => (heading, field))
        )
        {
            if (double.TryParse(row[heading], CultureInfo.InvariantCulture, out var value))
            {
                yield return new ExportedNumber(code, level == "Local authority", field, column, value);
            }
        }
    }
}
