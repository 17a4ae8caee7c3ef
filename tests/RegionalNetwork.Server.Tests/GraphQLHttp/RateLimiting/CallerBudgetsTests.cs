using RegionalNetwork.Server.GraphQLHttp.RateLimiting;

namespace RegionalNetwork.Server.Tests.GraphQLHttp.RateLimiting;

public sealed class CallerBudgetsTests
{
    private const int CallersMax = 3;
    private const double UnitsPerMinute = 60;

    private readonly ManualTime _clock = new();
    private readonly CallerBudgets _budgets;

    public CallerBudgetsTests() => _budgets = new CallerBudgets(UnitsPerMinute, CallersMax, _clock);

    [Fact]
    public void Callers_spend_their_own_budget()
    {
        Assert.True(Of("a").TrySpend(60));
        Assert.True(Of("b").TrySpend(60));
        Assert.False(Of("a").TrySpend(1));
    }

    [Fact]
    public void Crowd_of_new_callers_gives_nobody_a_spent_budget_back()
    {
        Of("greedy").TrySpend(60);
        for (var i = 0; i < 100; i++)
        {
            Of($"crowd {i}").TrySpend(10);
        }

        Assert.False(Of("greedy").TrySpend(1));
        Assert.Equal(CallersMax, _budgets.Count);
    }

    [Fact]
    public void Newcomers_to_a_full_table_share_one_budget()
    {
        SpendAll("a", "b", "c");
        Assert.Same(Of("d"), Of("e"));
        Assert.True(Of("d").TrySpend(60));
        Assert.False(Of("e").TrySpend(1));
        Assert.Equal(CallersMax, _budgets.Count);
    }

    [Fact]
    public void Callers_whose_budget_is_full_again_make_room()
    {
        SpendAll("a", "b", "c");
        _clock.Advance(TimeSpan.FromSeconds(30));
        Of("b").TrySpend(10);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.NotSame(Of("d"), Of("e"));
        Assert.Equal(50, Of("b").Remaining, 6);
    }

    [Fact]
    public void Full_table_is_searched_no_more_than_once_a_second()
    {
        SpendAll("a", "b", "c");
        var shared = Of("d");
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Same(shared, Of("e"));
    }

    private void SpendAll(params IEnumerable<string> callers)
    {
        foreach (var caller in callers)
        {
            Of(caller).TrySpend(UnitsPerMinute);
        }
    }

    private TokenBucket Of(string caller) => _budgets.Of(new CallerKey(caller, 0));
}
