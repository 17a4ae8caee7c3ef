using System.Text.Json;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Benchmarking;

/// <summary>Asks for an indicator of role by ethnicity, with its bases.</summary>
internal static class RoleByEthnicity
{
    public static async Task<JsonElement> BenchmarkAsync(
        NetworkClient client,
        string indicator,
        string period,
        string? region
    )
    {
        const string Parts = """
            numerator { text } denominator { text } referenceNumerator { text } referenceDenominator { text }
            """;
        const string Sums =
            "value numerator denominator referenceNumerator referenceDenominator "
            + "coverage { contributors countedAsZero missing { code status } }";
        var answer = await client.QueryAsync(
            "query($indicator: String!, $period: String, $region: String) { "
                + "benchmark(indicator: $indicator, period: $period, region: $region) { "
                + "rows { code figure { value status "
                + Parts
                + " } interval { percent95 { lower upper } } } "
                + $"region {{ {Sums} }} england {{ {Sums} }} "
                + "completeness { indicator { name } rows { code figure { value } } region { value } england { value } } } }",
            new
            {
                indicator,
                period,
                region,
            },
            As.Anonymous
        );
        return answer.Data.At("benchmark");
    }

    /// <summary>The row of a council, by its code as published.</summary>
    public static JsonElement Row(this JsonElement rows, string code) =>
        rows.EnumerateArray().Single(row => row.Text("code") == code);
}
