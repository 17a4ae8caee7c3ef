using RegionalNetwork.Domain.Benchmarking;

namespace RegionalNetwork.Domain.Tests.Benchmarking;

/// <summary>The files of <c>schema/indicators</c>.</summary>
internal static class CatalogueFiles
{
    public static string[] Names =>
        [
            .. Directory
                .GetFiles(Repository.PathOf("schema/indicators"), "*.json")
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .Order(StringComparer.Ordinal),
        ];

    public static IndicatorCatalogue Catalogue => new([.. Names.Select(Collection)]);

    public static MappingReading Read(string name) =>
        MappingParser.Parse(File.ReadAllBytes(Repository.PathOf($"schema/indicators/{name}.json")));

    private static IndicatorCollection Collection(string name) =>
        Read(name).Collection ?? throw new InvalidOperationException($"{name}.json has faults.");
}
