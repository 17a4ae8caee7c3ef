using RegionalNetwork.Domain.Returns;

namespace RegionalNetwork.Faults.Tests.Federation;

/// <summary>The checker finds each kind of broken federation, and nothing in a good one.</summary>
public sealed class FederationCheckerTests
{
    // Vintage 1 is released and restated; vintage 2 stays inside; vintage 3 goes out, further. The other return is withdrawn.
    private static readonly FederationHistory Good = new(
        [new(1, "r"), new(2, "s"), new(3, "r"), new(4, "s")],
        [
            new("r", 1, "100", ReleaseLevel.Network, IsWithdrawn: false),
            new("r", 2, "101", null, IsWithdrawn: false),
            new("r", 3, "102", ReleaseLevel.Nation, IsWithdrawn: false),
            new("s", 1, "103", ReleaseLevel.Network, IsWithdrawn: true),
        ],
        ["100", "102", "103"],
        [
            new(1, HubStepKind.Entered, 1, "r"),
            new(2, HubStepKind.Changed, 1, "r"),
            new(3, HubStepKind.Taken, 1, "r"),
            new(4, HubStepKind.Entered, 2, "s"),
            new(5, HubStepKind.Changed, 2, "s"),
            new(6, HubStepKind.Taken, 2, "s"),
            new(7, HubStepKind.Entered, 3, "r"),
            new(8, HubStepKind.Changed, 3, "r"),
            new(9, HubStepKind.Taken, 3, "r"),
            new(10, HubStepKind.Changed, 4, "s"),
            new(11, HubStepKind.Taken, 4, "s"),
        ],
        [
            new("r", 1, "100", ReleaseLevel.Network, IsWithdrawn: false),
            new("r", 2, "102", ReleaseLevel.Nation, IsWithdrawn: false),
            new("s", 1, "103", ReleaseLevel.Network, IsWithdrawn: true),
        ],
        ["secret"],
        "100 102 103"
    );

    [Fact]
    public void Good_history_has_no_violation()
    {
        Assert.Empty(FederationChecker.Check(Good));
        // A message that was void when it was sent, and whose return came with the next.
        Assert.Empty(
            FederationChecker.Check(
                Good with
                {
                    Steps = [Good.Steps[2] with { Return = "" }, .. Good.Steps.Skip(3)],
                    AtHub = [.. Good.AtHub.Skip(1)],
                }
            )
        );
    }

    [Fact]
    public void Message_that_is_lost_doubled_or_overtaken_is_found()
    {
        const string check = "Every message is counted once and in order";
        AssertFound(check, Good with { Steps = [.. Good.Steps.Take(10)] });
        AssertFound(check, Good with { Steps = [.. Good.Steps, Good.Steps[10]] });
        AssertFound(
            check,
            Good with
            {
                Steps = [.. Good.Steps.Skip(3).Take(3), .. Good.Steps.Take(3), .. Good.Steps.Skip(6)],
            }
        );
        AssertFound(check, Good with { Steps = [Good.Steps[2] with { Return = "s" }, .. Good.Steps.Skip(3)] });
        AssertFound(
            check,
            Good with
            {
                Steps = [.. Good.Steps.Take(10), Good.Steps[10] with { Kind = HubStepKind.Quarantined }],
            }
        );
    }

    [Fact]
    public void What_happens_twice_or_late_or_by_nobody_s_word_is_found()
    {
        const string check = "Every message happens once and in order";
        AssertFound(check, Good with { Steps = [Good.Steps[0], .. Good.Steps] });
        AssertFound(check, Good with { Steps = [.. Good.Steps.Skip(2), .. Good.Steps.Take(2)] });
        AssertFound(check, Good with { Steps = [.. Good.Steps, new HubStep(12, HubStepKind.Foreign, 4, "r")] });
    }

    [Fact]
    public void What_is_lost_or_has_left_is_found()
    {
        AssertFound("Nothing acknowledged is lost", Good with { Acknowledged = ["101"] });
        AssertFound("Nothing unreleased is there", Good with { HubText = "a secret reason" });
        AssertFound("Nothing unreleased is there", WithHub(0, vintage => vintage with { Figures = "101" }));
        AssertFound("Nothing unreleased is there", WithHub(0, vintage => vintage with { Figures = "999" }));
    }

    [Fact]
    public void Figures_that_differ_in_the_end_are_found()
    {
        AssertFound("Vintages come in order", Good with { AtHub = [Good.AtHub[1], Good.AtHub[0], Good.AtHub[2]] });
        AssertFound("Both show the same", Good with { AtHub = [Good.AtHub[0], Good.AtHub[2]] });
        AssertFound("Both show the same", WithHub(1, vintage => vintage with { Released = ReleaseLevel.Public }));
        AssertFound("Both show the same", WithHub(2, vintage => vintage with { IsWithdrawn = false }));
    }

    private static FederationHistory WithHub(int index, Func<FinalVintage, FinalVintage> change) =>
        Good with
        {
            AtHub = [.. Good.AtHub.Select((vintage, i) => i == index ? change(vintage) : vintage)],
        };

    private static void AssertFound(string check, FederationHistory history) =>
        Assert.Contains(FederationChecker.Check(history), violation => violation.Check == check);
}
