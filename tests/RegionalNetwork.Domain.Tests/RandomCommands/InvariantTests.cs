using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Tests.Returns;
using RegionalNetwork.Domain.Workstreams;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.RandomCommands;

/// <summary>What holds after any sequence of commands, live as after a replay. The seed is in the message of a failure.</summary>
public sealed class InvariantTests
{
    private readonly int _seed = Random.Shared.Next();
    private readonly RandomRun _run;

    public InvariantTests(ITestOutputHelper output)
    {
        output.WriteLine($"seed {_seed}");
        _run = new RandomRun(_seed);
    }

    [Fact]
    public void Priorities_of_a_council_are_ranked_without_gaps_and_as_its_view_shows_them() =>
        _run.Councils(
            (state, history) =>
            {
                CheckRanks(state.Priorities);
                var view = history.Aggregate(CouncilsView.Empty, (view, one) => view.Apply(Wolverhampton, one));
                Assert.Equal(Facts.Of(state.Priorities), Facts.Of(view.PrioritiesOf(Wolverhampton)));
                Assert.Equal(ThemesOf(state.Priorities), ThemesOf(view));
            }
        );

    [Fact]
    public void A_council_is_in_a_network_once_a_day_and_the_directory_agrees() =>
        _run.Networks(
            (state, history) =>
            {
                var memberships = state.Network?.Memberships.All ?? [];
                CheckApart(memberships.Select(m => (m.Council, m.JoinedOn, m.LeftOn)));
                CheckRanks(state.Network?.Priorities ?? PriorityBook.Empty);
                var directory = history.Aggregate(NetworkDirectory.Empty, (all, one) => all.Apply(WestMidlands, one));
                Assert.Equal(Facts.Of(state.Network), Facts.Of(directory.Find(WestMidlands)));
                Assert.Equal(memberships.Any(m => m.Council == Coventry), directory.OfCouncil(Coventry).Count == 1);
            }
        );

    [Fact]
    public void A_person_has_one_appointment_a_day_and_the_directory_agrees() =>
        _run.Psws(
            (state, history) =>
            {
                var appointments = state.Psw?.Appointments.All ?? [];
                CheckApart(appointments.Select(a => (a.Psw, a.From, a.To)));
                Assert.All(appointments, a => Assert.Equal(a.Forms.OrderBy(form => form.On), a.Forms));
                var directory = history.Aggregate(AppointmentDirectory.Empty, (all, one) => all.Apply("p", one));
                Assert.Equal(Facts.Of(state.Psw), Facts.Of(directory.Find("p")));
                Assert.Equal(
                    Facts.Of(appointments.Where(a => a.Council == Coventry).ToArray()),
                    Facts.Of(directory.OfCouncil(Coventry).ToArray())
                );
            }
        );

    [Fact]
    public void A_workstream_has_one_lead_and_stays_closed_and_the_directory_agrees() =>
        _run.Workstreams(
            (state, history) =>
            {
                var parts = state.Workstream?.Participations.All ?? [];
                CheckApart(parts.Select(part => (part.Council, part.From, part.To)));
                Assert.InRange(parts.Count(part => part is { Role: ParticipantRole.Lead, To: null }), 0, 1);
                var closed = history.ToList().FindIndex(IsClosing);
                Assert.True(closed < 0 || closed == history.Count - 1, "something changed after closing");
                var directory = history.Aggregate(WorkstreamDirectory.Empty, (all, one) => all.Apply("w", one));
                Assert.Equal(Facts.Of(state.Workstream), Facts.Of(directory.Find("w")));
            }
        );

    [Fact]
    public void A_vintage_was_approved_by_somebody_else_and_the_directory_agrees() =>
        _run.Returns(
            (state, history) =>
            {
                var vintages = state.Return?.Vintages ?? [];
                Assert.Equal(Enumerable.Range(1, vintages.Count), vintages.Select(vintage => vintage.Number));
                Assert.All(
                    vintages,
                    one => Assert.DoesNotContain(one.ApprovedBy, new[] { one.Content.EnteredBy, one.SubmittedBy })
                );
                Assert.All(vintages, one => Assert.Empty(one.Content.Unexplained));
                var key = ReturnSamples.Key;
                var directory = history.Aggregate(ReturnDirectory.Empty, (all, one) => all.Apply(key.ToString(), one));
                Assert.Equal(Facts.Of(state.Return), Facts.Of(directory.Find(key)));
            }
        );

    private static bool IsClosing(WorkstreamEvent happened) =>
        happened is WorkstreamStatusChanged { Status: WorkstreamStatus.Closed };

    private static void CheckRanks(PriorityBook book)
    {
        foreach (var year in book.Years)
        {
            Assert.Equal(Enumerable.Range(1, book.In(year).Count), book.In(year).Select(priority => priority.Rank));
            Assert.All(book.In(year), priority => Assert.Equal(priority, book.Find(priority.Id)));
        }

        Assert.Equal(book.Count, book.All.Count);
    }

    private static void CheckApart(IEnumerable<(string Who, DateOnly From, DateOnly? To)> spans)
    {
        foreach (var group in spans.GroupBy(span => span.Who))
        {
            var ordered = group.OrderBy(span => span.From).ToArray();
            Assert.All(ordered, span => Assert.True(span.To is null || span.From <= span.To));
            Assert.All(ordered.Zip(ordered.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From));
        }
    }

    private static IEnumerable<string> ThemesOf(PriorityBook book) =>
        book
            .All.Where(priority => priority.Status != PriorityStatus.Withdrawn)
            .SelectMany(priority =>
                priority.Details.Themes.All().Select(theme => $"{priority.Year} {theme} {priority.Id}")
            )
            .Order();

    private static IEnumerable<string> ThemesOf(CouncilsView view) =>
        view.PrioritiesOf(Wolverhampton)
            .Years.SelectMany(view.ThemesIn)
            .SelectMany(theme =>
                theme.Councils.SelectMany(council =>
                    council.Priorities.Select(priority => $"{theme.Year} {theme.Theme} {priority.Id}")
                )
            )
            .Order();
}
