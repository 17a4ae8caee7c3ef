using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RegionalNetwork.Server.SampleData.Facts;

/// <summary>A file of facts, built into the executable.</summary>
/// <param name="ContentHash">SHA-256 of the file, lower-case hexadecimal.</param>
internal sealed record FactFile<TFacts>(TFacts Facts, string ContentHash);

internal static class FactFile
{
    public static FactFile<NetworkFacts> Networks() => Read("networks.json", FactsJson.Default.NetworkFacts);

    public static FactFile<PriorityFacts> Priorities() => Read("priorities.json", FactsJson.Default.PriorityFacts);

    public static FactFile<WorkstreamFacts> Workstreams() =>
        Read("workstreams.json", FactsJson.Default.WorkstreamFacts);

    public static FactFile<AppointmentFacts> Appointments() =>
        Read("appointments.json", FactsJson.Default.AppointmentFacts);

    public static FactFile<ReportFacts> Reports() => Read("reports.json", FactsJson.Default.ReportFacts);

    private static FactFile<TFacts> Read<TFacts>(string name, JsonTypeInfo<TFacts> json)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"sample/{name}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new FactFile<TFacts>(
            JsonSerializer.Deserialize(bytes, json)!,
            Convert.ToHexStringLower(SHA256.HashData(bytes))
        );
    }
}
