using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Tests.Publications;

namespace RegionalNetwork.Domain.Tests.Benchmarking;

/// <summary>The workforce census: its mapping from the repository, its figures from the published file or from a few rows.</summary>
internal static class Csww
{
    private static readonly Lazy<VintageBenchmarks> PublishedFile = new(() => Of(DataSetBuilder.FromRows(Rows)));

    private static readonly Lazy<IReadOnlyList<IReadOnlyDictionary<string, string>>> FileRows = new(() =>
        SharedData.ReadCsv("csww_indicators_2017_to_2023.csv")
    );

    public static CouncilRegister Register => CouncilRegister.England;

    public static PublicationMapping Mapping { get; } = ReadMapping();

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows => FileRows.Value;

    /// <summary>The published file of 2017 to 2023; skips the test where it is absent.</summary>
    public static VintageBenchmarks Published
    {
        get
        {
            // Asked for outside the lazy value, which would keep the skip as a failure.
            SharedData.PathOf("csww_indicators_2017_to_2023.csv");
            return PublishedFile.Value;
        }
    }

    public static VintageBenchmarks Of(DataSet data) => Of(data, new IndicatorCatalogue([Mapping]));

    public static VintageBenchmarks Of(DataSet data, IndicatorCatalogue catalogue) =>
        new(PublicationDirectoryTests.Directory(data).Find("csww")!.Current!, catalogue, CouncilRegister.England);

    public static BenchmarkColumn Column(this VintageBenchmarks benchmarks, string indicator, string year) =>
        benchmarks.Column(benchmarks.FindIndicator(indicator), benchmarks.Vintage.FindPeriod(year), 0);

    public static Council Council(string code) => CouncilRegister.England.Find(code)!;

    public static byte[] MappingFile() => File.ReadAllBytes(Repository.PathOf("schema/indicators/csww.json"));

    private static PublicationMapping ReadMapping()
    {
        var reading = MappingParser.Parse(MappingFile());
        Assert.Empty(reading.Faults);
        return reading.Mapping!;
    }
}
