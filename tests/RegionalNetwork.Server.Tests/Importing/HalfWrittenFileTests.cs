using System.Text;
using RegionalNetwork.Server.Importing;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Importing;

public sealed class HalfWrittenFileTests(ITestOutputHelper output)
{
    private const int Cuts = 200;

    [Fact]
    public void File_cut_anywhere_is_refused_unless_the_cut_leaves_whole_rows()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var whole = SharedFiles.Bytes("csww_indicators_2017_to_2023.csv");

        for (var cut = 0; cut < Cuts; cut++)
        {
            var length = random.Next(whole.Length);
            var reading = Importer.Read(whole[..length], null, ImportLimits.Default);

            Assert.Equal(reading.DataSet is null, reading.FaultCount > 0);
            if (reading.DataSet is not null && whole[length - 1] != (byte)'\n')
            {
                // The last cell may be cut short, which cannot be told from a whole one: it is pointed out.
                Importer.AssertWarned(reading, ImportFaultCodes.FileEndsMidLine);
                Assert.Equal(31, CommasOutsideQuotes(LastLine(whole.AsSpan(0, length))));
            }
        }
    }

    [Fact]
    public void File_with_a_damaged_byte_never_breaks_the_reader()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var whole = SharedFiles.Bytes("ees_demo_datafile.csv");
        var metadata = SharedFiles.Bytes("ees_demo_datafile.meta.csv");

        for (var run = 0; run < 500; run++)
        {
            var (data, described) = (whole.ToArray(), metadata.ToArray());
            data[random.Next(data.Length)] = (byte)random.Next(256);
            described[random.Next(described.Length)] = (byte)random.Next(256);

            var reading = Importer.Read(data, described, ImportLimits.Default);

            Assert.Equal(reading.DataSet is null, reading.FaultCount > 0);
            Assert.True(reading.DataSet is null || !Importer.Offer(reading).IsRefused);
        }
    }

    private static string LastLine(ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetString(bytes[(bytes.LastIndexOf((byte)'\n') + 1)..]);

    private static int CommasOutsideQuotes(string line) =>
        line.Split('"').Where((_, part) => part % 2 == 0).Sum(part => part.Count(character => character == ','));
}
