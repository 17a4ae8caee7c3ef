using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Neighbours;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Neighbours;

public sealed class NeighbourDirectoryTests
{
    private static readonly CouncilRegister Register = CouncilRegister.England;

    private readonly NeighbourDirectory _directory = NeighbourDirectory
        .Empty.Apply("2025", Model("2025", 1, Wolverhampton, Dudley))
        .Apply("2021", Model("2021", 1, Wolverhampton, Coventry));

    [Fact]
    public void The_newest_version_is_the_default_whenever_it_was_imported()
    {
        Assert.Equal("2025", _directory.Find(null)!.Version);
        Assert.Equal(["2025", "2021"], _directory.All.Select(model => model.Version));
        Assert.Equal(Coventry, NeighbourOf(Wolverhampton, "2021"));
        Assert.Equal(Dudley, NeighbourOf(Wolverhampton, null));
    }

    [Fact]
    public void A_new_edition_takes_the_place_of_the_one_before()
    {
        var corrected = _directory.Apply("2025", Model("2025", 2, Wolverhampton, Coventry));

        Assert.Equal(2, corrected.All.Count);
        Assert.Equal(2, corrected.Find("2025")!.Edition);
        Assert.Equal(Coventry, corrected.Find(null, Register.Find(Wolverhampton)!, Register)!.Neighbours[0].Council);
    }

    [Fact]
    public void A_council_under_another_code_has_the_neighbours_of_the_same_authority()
    {
        // Gateshead got another code in 2013 and stayed what it was.
        var directory = NeighbourDirectory.Empty.Apply("2021", Model("2021", 1, "E08000020", Dudley));

        Assert.NotNull(directory.Find(null, Register.Find("E08000037")!, Register));
        Assert.Null(directory.Find(null, Register.Find(Coventry)!, Register));
        Assert.Null(directory.Find("1999", Register.Find("E08000037")!, Register));
        Assert.Null(NeighbourDirectory.Empty.Find(null));
    }

    private string NeighbourOf(string council, string? version) =>
        _directory.Find(version, Register.Find(council)!, Register)!.Neighbours[0].Council;

    private static NeighboursImported Model(string version, int edition, string council, string neighbour) =>
        new(version, edition, "Title", "Source", DateTimeOffset.UnixEpoch, [new(council, [new(neighbour, null)])]);
}
