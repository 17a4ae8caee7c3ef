using System.Text.Json.Serialization;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Serialization;

namespace RegionalNetwork.EventSourcing.Tests.Grains;

/// <summary>The smallest aggregate with a rule: a tally that must not exceed 100.</summary>
internal sealed record Tally(string Key, int Total, string? LastActor);

internal abstract record TallyCommand
{
    public sealed record Add(int Amount) : TallyCommand;

    /// <summary>Adds in two events, which must stay together.</summary>
    public sealed record AddTwice(int Amount) : TallyCommand;

    /// <summary>Fills what is missing; nothing to change when it is full.</summary>
    public sealed record Fill : TallyCommand;

    /// <summary>A bug in the rules.</summary>
    public sealed record Break : TallyCommand;

    /// <summary>Decides an event that no state can follow from.</summary>
    public sealed record AddUnfoldable : TallyCommand;
}

internal abstract record TallyEvent;

internal sealed record Added(int Amount, string By) : TallyEvent;

internal sealed record Unfoldable : TallyEvent;

[JsonSerializable(typeof(Added))]
[JsonSerializable(typeof(Unfoldable))]
internal sealed partial class TallyJson : JsonSerializerContext;

internal static class TallyRules
{
    public const string TooMuch = "TOO_MUCH";

    public static EventTypeRegistry<TallyEvent> Codec { get; } =
        EventTypeRegistry<TallyEvent>
            .Build()
            .Add("tally.added.v1", () => TallyJson.Default.Added)
            .Add("tally.unfoldable.v1", () => TallyJson.Default.Unfoldable)
            .ToRegistry();

    public static Aggregate<Tally, TallyCommand, TallyEvent, string> Aggregate { get; } =
        new("tally", key => new Tally(key, 0, null), Decide, Evolve);

    private static Decided<TallyEvent, string> Decide(Tally state, TallyCommand command, DecisionContext context) =>
        command switch
        {
            TallyCommand.Add add => Add(state, context, add.Amount),
            TallyCommand.AddTwice add => Add(state, context, add.Amount, add.Amount),
            TallyCommand.Fill when state.Total == 100 => new([], []),
            TallyCommand.Fill => Add(state, context, 100 - state.Total),
            TallyCommand.AddUnfoldable => new([new Unfoldable()], []),
            _ => throw new InvalidTimeZoneException("A bug."),
        };

    private static Decided<TallyEvent, string> Add(Tally state, DecisionContext context, params int[] amounts) =>
        state.Total + amounts.Sum() > 100
            ? new([], [TooMuch])
            : new([.. amounts.Select(a => new Added(a, context.Actor))], []);

    private static Tally Evolve(Tally state, TallyEvent happened) =>
        happened is Added added
            ? state with
            {
                Total = state.Total + added.Amount,
                LastActor = added.By,
            }
            : throw new InvalidTimeZoneException("A bug.");
}
