using System.Text;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Importing;
using RegionalNetwork.Server.SampleData;

namespace RegionalNetwork.Server.Tests.Journal;

/// <summary>A small file of figures that were made up for tests: nobody ever published them.</summary>
internal static class SyntheticFigures
{
    public const string Publication = "synthetic-test-figures";

    private const string Csv = """
        time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,role_type,synthetic_staff_count,synthetic_vacancy_rate
        2024,Reporting year,National,E92000001,England,,,,,,Total,300,10.5
        2024,Reporting year,Local authority,E92000001,England,E12000005,West Midlands,336,E08000031,Wolverhampton,Total,100,c
        2024,Reporting year,Local authority,E92000001,England,E12000005,West Midlands,331,E08000026,Coventry,Total,200,low
        2025,Reporting year,National,E92000001,England,,,,,,Total,310,x

        """;

    public static Task ImportAsync(NetworkHost host) => ImportAsync(host, Csv);

    /// <summary>The same file with a figure corrected: the next vintage.</summary>
    public static Task CorrectAsync(NetworkHost host) =>
        ImportAsync(host, Csv.Replace(",310,", ",311,", StringComparison.Ordinal));

    private static async Task ImportAsync(NetworkHost host, string csv)
    {
        var outcome = await FileImport.RunAsync(
            host,
            SampleNetwork.Loader,
            new ImportOrder(
                new ImportSource("synthetic-test-figures.csv", new MemoryStream(Encoding.UTF8.GetBytes(csv))),
                Metadata: null,
                Publication
            ),
            TestContext.Current.CancellationToken
        );
        Assert.Empty(outcome.Reading.Faults.Select(fault => fault.Message));
        Assert.True(outcome.IsNew);
    }
}
