using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Returns.Rounds;

/// <summary>A command to the grain of a collection's period.</summary>
public abstract record RoundCommand(string Collection, string Period)
{
    public string Key => $"{Collection}.{Period}";
}

/// <summary>Makes what councils released since the last time part of what others see.</summary>
/// <param name="Last">Read by who sends the command: number of the last round, 0 before the first. Another that came meanwhile is it.</param>
/// <param name="HasPending">Read by who sends the command: a compile today shows something else than the last one.</param>
public sealed record CompileRound(string Collection, string Period, int Last, bool HasPending)
    : RoundCommand(Collection, Period)
{
    internal Decision<RoundEvent> Decide(RoundState state, CommandContext context)
    {
        if (!context.Actor.May(Permission.CompileRounds))
        {
            return CommonRefusals.NotPermitted("a network's chair, coordinator or analyst");
        }

        return HasPending && Last == state.Number
            ? new RoundCompiled(Collection, Period, state.Number + 1, context.Now)
            : Decision<RoundEvent>.Unchanged;
    }
}

/// <summary>What the grain of a round knows.</summary>
/// <param name="Number">Of the last compile; 0 before the first.</param>
/// <param name="SumsReceived">How often hubs of regions sent theirs.</param>
public sealed record RoundState(int Number, int SumsReceived)
{
    public static RoundState Initial { get; } = new(0, 0);
}

/// <summary>The grain that numbers the compiles of one collection and period.</summary>
public static class RoundDecider
{
    public static Decision<RoundEvent> Decide(RoundState state, RoundCommand command, CommandContext context) =>
        command switch
        {
            CompileRound compile => compile.Decide(state, context),
            ReceiveSums receive => receive.Decide(state, context),
            _ => throw new ArgumentException($"{command.GetType().Name} has no rule here.", nameof(command)),
        };

    public static RoundState Evolve(RoundState state, RoundEvent happened) =>
        happened switch
        {
            RoundCompiled compiled => state with { Number = compiled.Number },
            SumsReceived received => state with { SumsReceived = received.Number },
            _ => throw new ArgumentException($"{happened.GetType().Name} is not known here.", nameof(happened)),
        };
}
