using System.Diagnostics;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.Domain.Returns.Rounds;
using static RegionalNetwork.Domain.Tests.People;
using static RegionalNetwork.Domain.Tests.Returns.ReturnSamples;

namespace RegionalNetwork.Domain.Tests.Returns;

public sealed class ReturnDirectoryTests
{
    private static readonly DateOnly Day = new(2022, 4, 1);

    [Fact]
    public void A_return_is_found_by_key_council_and_collection()
    {
        var directory = Released(ReturnDirectory.Empty, Coventry, null);
        var found = directory.Find(Key);

        Assert.Equal(ReturnStatus.Released, found!.Status);
        Assert.Same(found, Assert.Single(directory.OfUnit(Coventry)));
        Assert.Same(found, Assert.Single(directory.OfCollection("workforce", Year)));
        Assert.Empty(directory.CompiledPeriods("workforce"));
        Assert.Equal([Year], directory.Apply(Compiled(1, Day)).CompiledPeriods("workforce"));
    }

    [Fact]
    public void What_is_released_is_included_with_the_next_compile()
    {
        var directory = Released(ReturnDirectory.Empty, Coventry, null);

        Assert.Equal([Coventry], directory.Pending("workforce", Year, Day));
        Assert.Empty(directory.Rounds("workforce", Year));
        directory = directory.Apply(Compiled(1, Day));
        Assert.Empty(directory.Pending("workforce", Year, Day));
        var included = Assert.Single(directory.Rounds("workforce", Year)[0].Included.Values);
        Assert.Equal(
            (Coventry, 1, ReleaseLevel.Network, Day),
            (included.UnitKey, included.Vintage, included.Level, included.ReleasedOn)
        );
    }

    [Fact]
    public void An_embargo_waits_for_its_day()
    {
        var directory = Released(ReturnDirectory.Empty, Coventry, Day.AddDays(7));

        Assert.Empty(directory.Pending("workforce", Year, Day.AddDays(6)));
        Assert.Equal([Coventry], directory.Pending("workforce", Year, Day.AddDays(7)));
        var early = directory.Apply(Compiled(1, Day));
        Assert.Empty(early.Rounds("workforce", Year)[0].Included);
        Assert.Equal([Coventry], early.Pending("workforce", Year, Day.AddDays(7)));
        Assert.Single(early.Apply(Compiled(2, Day.AddDays(7))).Rounds("workforce", Year)[1].Included);
    }

    [Fact]
    public void A_withdrawn_return_leaves_the_next_round_and_stays_in_the_last()
    {
        var directory = Released(Released(ReturnDirectory.Empty, Coventry, null), Dudley, null)
            .Apply(Compiled(1, Day))
            .Apply(KeyOf(Coventry).ToString(), new ReturnWithdrawn("Wrong.", "approver", Day));

        Assert.Equal([Coventry], directory.Pending("workforce", Year, Day));
        var rounds = directory.Apply(Compiled(2, Day)).Rounds("workforce", Year);
        Assert.Equal([Coventry, Dudley], rounds[0].Included.Keys);
        Assert.Equal([Dudley], rounds[1].Included.Keys);
    }

    [Fact]
    public void What_changes_nothing_that_others_see_waits_for_no_compile()
    {
        var directory = Released(ReturnDirectory.Empty, Coventry, null)
            .Apply(Compiled(1, Day))
            .Apply(KeyOf(Coventry).ToString(), Entered("data") with { Reason = "Again." });

        Assert.Empty(directory.Pending("workforce", Year, Day));
    }

    [Fact]
    public void The_period_before_and_a_joint_return_that_counts_a_council_too_are_found()
    {
        var joint = ReturnUnit.Find("E09000021+E09000027")!;
        var next = ReturnPeriod.Find(Workforce, "202223")!;
        var directory = Released(ReturnDirectory.Empty, Coventry, null)
            .Apply(
                new ReturnKey("workforce", Year, joint).ToString(),
                Entered("data") with
                {
                    Councils = joint.Councils,
                }
            );

        Assert.Equal(100, directory.Prior(Workforce, next, OfCoventry)!.Figures.Find("Total", "in_post")!.Value.Number);
        Assert.Null(directory.Prior(Workforce, next, ReturnUnit.Find(Dudley)!));
        Assert.Equal(joint, directory.Overlapping(KeyOf("E09000021"))!.Key.Unit);
        Assert.Null(directory.Overlapping(Key));
    }

    [Fact]
    public void Half_a_million_figures_are_loaded_in_seconds()
    {
        var fields = string.Join(',', Enumerable.Range(0, 300).Select(i => $"item_{i}"));
        var cells = string.Join(',', Enumerable.Range(0, 300));
        var councils = Domain.Councils.CouncilRegister.England.Live;
        var directory = ReturnDirectory.Empty;
        var clock = Stopwatch.StartNew();
        for (var year = 2012; year < 2024; year++)
        {
            var period = $"{year}{(year + 1) % 100:00}";
            foreach (var council in councils)
            {
                var key = new ReturnKey("workforce", period, ReturnUnit.Find(council.Code)!);
                directory = directory
                    .Apply(
                        key.ToString(),
                        Entered("data") with
                        {
                            Period = period,
                            Councils = [council.Code],
                            Fields = fields,
                            Rows = [new ReturnRow("Total", cells)],
                        }
                    )
                    .Apply(key.ToString(), new ReturnSubmitted([], "data", DateTimeOffset.UnixEpoch))
                    .Apply(key.ToString(), new ReturnApproved(1, "approver", DateTimeOffset.UnixEpoch))
                    .Apply(key.ToString(), new ReturnReleased(1, ReleaseLevel.Public, null, "approver", Day));
            }
        }

        TestContext.Current.SendDiagnosticMessage(
            $"{12 * councils.Count} returns in {clock.Elapsed.TotalSeconds:0.00} s"
        );
        var one = directory.OfCollection("workforce", "201213").First().Latest!.Content.Figures;
        var last = directory.OfCollection("workforce", "202324").Last().Latest!.Content.Figures;
        Assert.Same(one.Layout, last.Layout);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public void Sums_of_a_region_are_in_the_round_after_they_came_and_in_no_earlier_one()
    {
        var directory = ReturnDirectory.Empty.Apply(Compiled(1, Day)).Apply(Sums(1));
        Assert.True(directory.HasNewSums("workforce", Year));

        directory = directory.Apply(Compiled(2, Day));
        Assert.False(directory.HasNewSums("workforce", Year));
        Assert.Empty(directory.FindRound("workforce", Year, 1)!.Sums);
        Assert.Equal(1, directory.LastRound("workforce", Year)!.Sums["E12000005"].Number);

        // A directory that was read back meets again what it has.
        var again = directory.Apply(Sums(2)).Apply(Sums(1)).Apply(Compiled(2, Day));
        Assert.True(again.HasNewSums("workforce", Year));
        Assert.Equal(2, again.Apply(Compiled(3, Day)).LastRound("workforce", Year)!.Sums["E12000005"].Number);

        static SumsReceived Sums(int number) =>
            new(
                "workforce",
                Year,
                number,
                "E12000005",
                [new IndicatorSum("WF-1", 0, [1, 2], 5, false)],
                DateTimeOffset.UnixEpoch
            );
    }

    private static ReturnKey KeyOf(string council) => new("workforce", Year, ReturnUnit.Find(council)!);

    private static RoundCompiled Compiled(int number, DateOnly day) =>
        new("workforce", Year, number, new DateTimeOffset(day, new TimeOnly(2, 0), TimeSpan.Zero));

    private static ReturnDirectory Released(ReturnDirectory directory, string council, DateOnly? until)
    {
        var key = KeyOf(council).ToString();
        return directory
            .Apply(key, Entered("data") with { Councils = [council] })
            .Apply(key, new ReturnSubmitted([], "data", DateTimeOffset.UnixEpoch))
            .Apply(key, new ReturnApproved(1, "approver", DateTimeOffset.UnixEpoch))
            .Apply(key, new ReturnReleased(1, ReleaseLevel.Network, until, "approver", Day));
    }
}
