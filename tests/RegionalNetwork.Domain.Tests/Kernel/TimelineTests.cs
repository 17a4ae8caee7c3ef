using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Tests.Kernel;

public sealed class TimelineTests
{
    private static readonly DateOnly Start = new(2020, 1, 1);

    [Fact]
    public void Answers_as_a_search_through_everything_would()
    {
        const int Seed = 20220315;
        var random = new Random(Seed);
        for (var round = 0; round < 200; round++)
        {
            var spans = Enumerable.Range(0, random.Next(0, 8)).Select(_ => RandomSpan(random)).ToArray();
            var timeline = new Timeline<Span>(spans, span => span.From, span => span.To);

            for (var day = Start.AddDays(-2); day < Start.AddDays(35); day = day.AddDays(1))
            {
                var expected = spans.Where(span => span.From <= day && (span.To is null || day <= span.To));
                Assert.True(expected.SequenceEqual(timeline.On(day)), $"seed {Seed}, round {round}, {day}");
            }
        }
    }

    [Fact]
    public void The_last_day_of_all_is_no_special_case()
    {
        var timeline = new Timeline<Span>([new(Start, DateOnly.MaxValue)], span => span.From, span => span.To);

        Assert.Single(timeline.On(DateOnly.MaxValue));
    }

    private static Span RandomSpan(Random random)
    {
        var from = Start.AddDays(random.Next(0, 30));
        return new Span(from, random.Next(3) == 0 ? null : from.AddDays(random.Next(0, 10)));
    }

    private sealed record Span(DateOnly From, DateOnly? To);
}
