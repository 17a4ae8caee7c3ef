using System.Diagnostics;
using RegionalNetwork.Server.Importing;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Importing;

public sealed class RealFilesTests(ITestOutputHelper output)
{
    public static TheoryData<string, int, int, int, int> FilesInTheStandard =>
        new()
        {
            // file, rows, areas, dimensions, indicators
            { "csww_indicators_2017_to_2023.csv", 1137, 171, 0, 22 },
            { "csww_role_by_ethnicity_2022_to_2023.csv", 18144, 165, 3, 4 },
            { "cla_number_and_rate_per_10k_children.csv", 2505, 167, 1, 3 },
            { "la_cla_swcount.csv", 330, 165, 2, 2 },
            { "ks4_la.csv", 3444, 170, 2, 16 },
        };

    [Theory]
    [MemberData(nameof(FilesInTheStandard))]
    public void Published_file_is_read_whole(string file, int rows, int areas, int dimensions, int indicators)
    {
        var reading = Importer.Read(SharedFiles.Bytes(file), null, ImportLimits.Default);

        Importer.AssertRead(reading);
        var data = reading.DataSet!;
        foreach (var warning in reading.Warnings)
        {
            output.WriteLine($"{warning.Row} {warning.Column} {warning.Code} {warning.Value}: {warning.Message}");
        }

        Assert.Equal(
            (rows, areas, dimensions, indicators),
            (data.Rows.Count, data.Areas.Count, data.Dimensions.Count, data.Indicators.Count)
        );
    }

    [Theory]
    [InlineData("csww_indicators_2017_to_2023.csv")]
    [InlineData("csww_role_by_ethnicity_2022_to_2023.csv")]
    [InlineData("cla_number_and_rate_per_10k_children.csv")]
    [InlineData("la_cla_swcount.csv")]
    [InlineData("ks4_la.csv")]
    public void Publication_accepts_what_was_read(string file)
    {
        var decision = Importer.Offer(Importer.Read(SharedFiles.Bytes(file), null, ImportLimits.Default));

        Assert.Empty(decision.Refusals.Select(refusal => refusal.Message));
        Assert.NotEmpty(decision.Events);
    }

    [Fact]
    public void Demonstration_pair_is_read_with_its_labels()
    {
        var reading = Importer.Read(
            SharedFiles.Bytes("ees_demo_datafile.csv"),
            SharedFiles.Bytes("ees_demo_datafile.meta.csv"),
            ImportLimits.Default
        );

        Importer.AssertWarned(reading, ImportFaultCodes.ColumnNameAlias);
        Assert.Equal(["Sex", "Schoolphase"], reading.DataSet!.Dimensions.Select(dimension => dimension.Label));
        Assert.Equal(["", "%"], reading.DataSet.Indicators.Select(indicator => indicator.Unit));
        Assert.Equal([0, 1], reading.DataSet.Indicators.Select(indicator => indicator.DecimalPlaces));
    }

    [Fact]
    public void Published_cells_keep_their_text()
    {
        var data = Importer
            .Read(SharedFiles.Bytes("csww_indicators_2017_to_2023.csv"), null, ImportLimits.Default)
            .DataSet!;
        var lines = System
            .Text.Encoding.UTF8.GetString(SharedFiles.Bytes("csww_indicators_2017_to_2023.csv"))
            .Split('\n');

        for (var row = 0; row < data.Rows.Count; row++)
        {
            var figures = lines[row + 1].Split(',')[^22..];
            Assert.Equal(figures, data.Cells.Select(column => data.Texts[column[row]]));
        }
    }

    [Theory]
    [InlineData("ilacs_inspection_history_2018_2025.csv")]
    [InlineData("statistical_neighbours_2025_long.csv")]
    [InlineData("la_register.csv")]
    [InlineData("la_code_changes.csv")]
    [InlineData("la_joint_returns.csv")]
    [InlineData("csww_rollup_oracle_2017_to_2023.csv")]
    public void File_outside_the_standard_is_refused_by_the_columns_that_it_lacks(string file)
    {
        var reading = Importer.Read(SharedFiles.Bytes(file), null, ImportLimits.Default);

        Assert.Null(reading.DataSet);
        Assert.All(reading.Faults, fault => Assert.Equal(ImportFaultCodes.ColumnMissing, fault.Code));
        Assert.Contains("country_code", reading.Faults.Select(fault => fault.Column));
        Assert.All(reading.Faults, fault => Assert.Contains("time_period, time_identifier", fault.Message));
    }

    [Fact]
    public void Reading_allocates_less_than_a_string_for_each_cell()
    {
        // 345,000 cells: a string for each would be 10 MB and more beside the tables, some 14 MB.
        const int bytesMax = 20_000_000;
        var indicators = SharedFiles.Bytes("csww_indicators_2017_to_2023.csv");
        var roles = SharedFiles.Bytes("csww_role_by_ethnicity_2022_to_2023.csv");
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();

        Importer.AssertRead(Importer.Read(indicators, null, ImportLimits.Default));
        Importer.AssertRead(Importer.Read(roles, null, ImportLimits.Default));

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        output.WriteLine($"{watch.Elapsed.TotalMilliseconds:F0} ms, {allocated:N0} bytes");
        Assert.InRange(allocated, 1, bytesMax);
    }
}
