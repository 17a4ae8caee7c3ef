using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Themes;
using RegionalNetwork.Domain.Workstreams;
using static RegionalNetwork.Domain.Tests.People;
using static RegionalNetwork.Domain.Tests.Workstreams.Streams;

namespace RegionalNetwork.Domain.Tests.Workstreams;

public sealed class WorkstreamDirectoryTests
{
    private static readonly WorkstreamDirectory ThreeStreams = WorkstreamDirectory
        .Empty.Apply("c", Titled("c", "B", "T01"))
        .Apply("b", Titled("b", "A", "T02"))
        .Apply("a", Titled("a", "B", "T03", "T01"));

    [Fact]
    public void Lists_are_in_order_of_title_then_identifier()
    {
        Assert.Equal(["b", "a", "c"], ThreeStreams.All.Select(workstream => workstream.Id));
        Assert.Equal(["a", "c"], ThreeStreams.InTheme("T01").Select(workstream => workstream.Id));
        Assert.Empty(ThreeStreams.InTheme("T16"));
    }

    [Fact]
    public void A_change_of_title_and_theme_moves_a_workstream()
    {
        var moved = ThreeStreams.Apply(
            "c",
            new WorkstreamRevised(Details with { Title = "0", Themes = new("T02", []) })
        );

        Assert.Equal(["c", "b", "a"], moved.All.Select(workstream => workstream.Id));
        Assert.Equal(["c", "b"], moved.InTheme("T02").Select(workstream => workstream.Id));
        Assert.Equal(["a"], moved.InTheme("T01").Select(workstream => workstream.Id));
        Assert.Equal(["b", "a", "c"], ThreeStreams.All.Select(workstream => workstream.Id));
    }

    [Fact]
    public void Councils_find_workstreams_in_which_they_took_part()
    {
        var directory = ThreeStreams.Apply("a", Joined).Apply("a", new ParticipantLeft(Coventry, April2021));

        Assert.Same(directory.Find("a"), Assert.Single(directory.OfCouncil(Coventry)));
        Assert.Empty(directory.OfCouncil(Dudley));
        Assert.Equal(3, directory.OfNetwork(WestMidlands).Count);
    }

    [Fact]
    public void What_did_not_change_is_shared()
    {
        var after = ThreeStreams.Apply("b", new WorkstreamStatusChanged(WorkstreamStatus.Active));

        Assert.Same(ThreeStreams.Find("a"), after.Find("a"));
        Assert.Same(ThreeStreams.InTheme("T01"), after.InTheme("T01"));
    }

    [Fact]
    public void A_read_allocates_nothing()
    {
        Read(ThreeStreams);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Read(ThreeStreams);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Read(WorkstreamDirectory directory)
    {
        _ = directory.Find("a")!.ParticipantsOn(April2021);
        _ = directory.All;
        _ = directory.InTheme("T01");
        _ = directory.OfCouncil(Coventry);
    }

    private static WorkstreamCreated Titled(string id, string title, string lead, params string[] further) =>
        new(id, WestMidlands, Details with { Title = title, Themes = new ThemeChoice(lead, further) }, Audience.Public);
}
