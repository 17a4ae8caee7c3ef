using RegionalNetwork.Domain.Audiences;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.Domain.Sharing;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.RandomCommands;

/// <summary>What holds of roles and agreements after any sequence of commands. The seed is in the message of a failure.</summary>
public sealed class AccessInvariantTests
{
    private static readonly DateTimeOffset Start = new(2021, 4, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly int _seed = Random.Shared.Next();
    private readonly RandomRun _run;

    public AccessInvariantTests(ITestOutputHelper output)
    {
        output.WriteLine($"seed {_seed}");
        _run = new RandomRun(_seed);
    }

    [Fact]
    public void A_role_is_accepted_once_and_its_grants_are_those_of_its_days() =>
        _run.RoleAssignments(
            (state, history) =>
            {
                Assert.InRange(history.OfType<RoleAccepted>().Count(), 0, 1);
                Assert.False(history.OfType<RoleAccepted>().Any() && history.OfType<OfferRevoked>().Any());
                var directory = history.Aggregate(RoleAssignmentDirectory.Empty, (all, one) => all.Apply("r", one));
                Assert.Equal(Facts.Of(state.Assignment), Facts.Of(directory.Find("r")));
                foreach (var now in Enumerable.Range(0, 420).Select(day => Start.AddDays(day)))
                {
                    var holder = state.Assignment?.Person ?? "nobody";
                    var holds = state.Assignment?.Holds(now) ?? false;
                    Assert.Equal(holds ? 1 : 0, directory.GrantsOf(holder, now).Count);
                }
            }
        );

    [Fact]
    public void The_directory_covers_exactly_the_parties_of_each_day() =>
        _run.Agreements(
            (state, history) =>
            {
                var directory = history.Aggregate(AgreementDirectory.Empty, (all, one) => all.Apply("s", one));
                Assert.Equal(Facts.Of(state.Agreement), Facts.Of(directory.Find("s")));
                foreach (var on in Enumerable.Range(0, 620).Select(day => new DateOnly(2021, 4, 1).AddDays(day)))
                {
                    Assert.Equal(IsCovered(state.Agreement, on), Covers(directory, on));
                }
            }
        );

    private static bool IsCovered(SharingAgreement? agreement, DateOnly on) =>
        agreement is not null
        && agreement.Terms.Subjects.Contains(SharedSubject.Priorities)
        && agreement.IsParty(Coventry, on);

    private static bool Covers(AgreementDirectory directory, DateOnly on) =>
        directory.Cover(WestMidlands, Coventry, SharedSubject.Priorities, on);
}
