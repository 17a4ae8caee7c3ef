using System.Reflection;
using RegionalNetwork.Domain.Benchmarking;

namespace RegionalNetwork.Server.Snapshot;

/// <summary>The catalogue of <c>schema/indicators</c>, built into the executable.</summary>
internal static class IndicatorMappings
{
    private const string Prefix = "indicators/";

    /// <exception cref="InvalidOperationException">A file has faults; the message lists them all.</exception>
    public static IndicatorCatalogue Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var names = assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal));
        return new IndicatorCatalogue([.. names.Order(StringComparer.Ordinal).Select(name => Read(assembly, name))]);
    }

    private static IndicatorCollection Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var reading = MappingParser.Parse(bytes);
        return reading.Collection
            ?? throw new InvalidOperationException($"{name} has faults:\n{string.Join('\n', reading.Faults)}");
    }
}
