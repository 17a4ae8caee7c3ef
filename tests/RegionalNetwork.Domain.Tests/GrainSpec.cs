using System.Text.Json;
using System.Text.Json.Serialization;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Tests;

/// <summary>Given what happened, when a command comes, then exactly these events, or exactly these refusals.</summary>
internal sealed class GrainSpec<TState, TCommand, TEvent>
    where TEvent : notnull
{
    private readonly TState _initial;
    private readonly Func<TState, TCommand, CommandContext, Decision<TEvent>> _decide;
    private readonly Func<TState, TEvent, TState> _evolve;
    private readonly List<TEvent> _history = [];
    private Decision<TEvent> _decision = Decision<TEvent>.Unchanged;
    private DateTimeOffset _now = new(2022, 4, 1, 9, 0, 0, TimeSpan.Zero);

    public GrainSpec(
        TState initial,
        Func<TState, TCommand, CommandContext, Decision<TEvent>> decide,
        Func<TState, TEvent, TState> evolve
    )
    {
        (_initial, _decide, _evolve) = (initial, decide, evolve);
        State = initial;
    }

    public TState State { get; private set; }

    public GrainSpec<TState, TCommand, TEvent> Given(params IEnumerable<TEvent> happened)
    {
        foreach (var one in happened)
        {
            Record(one);
        }

        return this;
    }

    public GrainSpec<TState, TCommand, TEvent> On(DateOnly today)
    {
        _now = new DateTimeOffset(today, new TimeOnly(9, 0), TimeSpan.Zero);
        return this;
    }

    public GrainSpec<TState, TCommand, TEvent> When(Actor actor, TCommand command)
    {
        _decision = _decide(State, command, new CommandContext(actor, _now));
        return this;
    }

    /// <summary>Exactly these, in this order. They are recorded, so that another command can follow.</summary>
    public GrainSpec<TState, TCommand, TEvent> Then(params TEvent[] expected)
    {
        Assert.Empty(_decision.Refusals);
        Assert.Equal(expected.Select(one => Facts.Of(one)), _decision.Events.Select(one => Facts.Of(one)));
        Assert.All(expected, one => Assert.Equal(Facts.Of(one), Facts.Of(Facts.WrittenAndRead(one))));
        return Given(_decision.Events);
    }

    public GrainSpec<TState, TCommand, TEvent> ThenNothing() => Then();

    public void ThenRefused(string code, params string[] path)
    {
        Assert.Empty(_decision.Events);
        var refusal = Assert.Single(_decision.Refusals);
        Assert.Equal(code, refusal.Code);
        Assert.Equal(path, refusal.Path);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }

    public void ThenRefusedFor(params string[] codes)
    {
        Assert.Empty(_decision.Events);
        Assert.Equal(codes, _decision.Refusals.Select(refusal => refusal.Code));
    }

    /// <summary>Records a decision of which a random test does not know the outcome; true when it was not refused.</summary>
    public bool Follow()
    {
        Given(_decision.Events);
        return !_decision.IsRefused;
    }

    /// <summary>What a grain would be that was woken up now: all events written, read and folded.</summary>
    public TState Replayed() => _history.Select(Facts.WrittenAndRead).Aggregate(_initial, _evolve);

    private void Record(TEvent happened)
    {
        _history.Add(happened);
        State = _evolve(State, happened);
    }
}

/// <summary>Values as text, so that records with lists in them compare by what they say.</summary>
internal static class Facts
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    public static string Of(object? value) =>
        value is null ? "null" : $"{value.GetType().Name} {JsonSerializer.Serialize(value, value.GetType(), Options)}";

    public static T WrittenAndRead<T>(T value)
        where T : notnull =>
        (T)
            JsonSerializer.Deserialize(
                JsonSerializer.Serialize(value, value.GetType(), Options),
                value.GetType(),
                Options
            )!;
}
