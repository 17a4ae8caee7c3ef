using System.Text;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Server.Importing;
using RegionalNetwork.Server.Neighbours;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Neighbours;

public sealed class NeighbourFileTests
{
    private const string Heading = "model,old_la_code,la_name,rank,neighbour_old_la_code,neighbour_la_name,closeness\n";

    [Fact]
    public void A_published_file_is_read_whole()
    {
        var reading = Read(SharedFiles.Bytes("statistical_neighbours_2025_long.csv"));

        Assert.Empty(reading.Faults);
        Assert.Equal(153, reading.Sets!.Count);
        Assert.Equal(1530, reading.Sets.Sum(set => set.Neighbours.Count));
        var wolverhampton = reading.Sets.Single(set => set.Council == "E08000031");
        Assert.Equal(["E08000028", "E06000021"], wolverhampton.Neighbours.Take(2).Select(one => one.Council));
        Assert.Equal("Very close", wolverhampton.Neighbours[0].Closeness);
    }

    [Fact]
    public void Rows_may_come_in_any_order_and_by_former_codes()
    {
        var reading = Read(Heading + "2025,336,,2,E10000002,,\n2025,E08000031,,1,333,,Close\n");

        var set = Assert.Single(reading.Sets!);
        Assert.Equal("E08000031", set.Council);
        Assert.Equal(["E08000028", "E10000002"], set.Neighbours.Select(neighbour => neighbour.Council));
        Assert.Equal(["Close", null], set.Neighbours.Select(neighbour => neighbour.Closeness));
    }

    [Fact]
    public void A_row_may_have_all_neighbours_of_a_council()
    {
        var reading = Read(
            "old_la_code,la_name,neighbour_1,neighbour_2\n336,Wolverhampton,333,861\n333,Sandwell,336,\n"
        );

        Assert.Equal([2, 1], reading.Sets!.Select(set => set.Neighbours.Count));
        Assert.Equal("E06000021", reading.Sets![0].Neighbours[1].Council);
    }

    [Fact]
    public void Every_fault_is_reported_at_its_row()
    {
        var reading = Read(
            Heading
                + "2025,336,,1,333,,\n"
                + "2021,336,,2,861,,\n"
                + "2025,999,,1,333,,\n"
                + "2025,336,,x,331,,\n"
                + "2025,336,,1,331,,\n"
                + "2025,336,,3,333,,\n"
                + "2025,331,,2,333,,\n"
        );

        Assert.Null(reading.Sets);
        Assert.Equal(
            [
                "3 NEIGHBOUR_MODEL_DIFFERS",
                "4 AREA_CODE_UNKNOWN",
                "5 NEIGHBOUR_RANK_INVALID",
                "6 NEIGHBOUR_RANK_TWICE",
                "7 NEIGHBOUR_TWICE",
                "8 NEIGHBOUR_RANK_MISSING",
            ],
            reading.Faults.Select(fault => $"{fault.Row} {fault.Code}")
        );
    }

    [Fact]
    public void A_file_without_the_columns_says_which_are_missing() =>
        Assert.Equal(
            ["rank", "neighbour_old_la_code"],
            Read("old_la_code,neighbour\n336,333\n").Faults.Select(fault => fault.Column)
        );

    private static NeighbourReading Read(string csv) => Read(Encoding.UTF8.GetBytes(csv));

    private static NeighbourReading Read(byte[] csv) =>
        NeighbourFile.Read(new ImportSource("neighbours.csv", new MemoryStream(csv)), "2025", CouncilRegister.England);
}
