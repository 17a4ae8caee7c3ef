using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Narratives;
using RegionalNetwork.Domain.Priorities;

namespace RegionalNetwork.Domain.Councils;

/// <summary>A command to a council's grain, whose key is the council's nine-character code.</summary>
public interface ICouncilCommand
{
    string Council { get; }
}

/// <summary>An event in a council's stream.</summary>
public interface ICouncilEvent;

/// <summary>What a council's grain knows.</summary>
public sealed record CouncilState(PriorityBook Priorities, NarrativeBook Narratives)
{
    public static CouncilState Initial { get; } = new(PriorityBook.Empty, NarrativeBook.Empty);
}

/// <summary>The council grain: a council's own priorities, and what it says of its own figures.</summary>
public static class CouncilDecider
{
    public static Decision<ICouncilEvent> Decide(CouncilState state, ICouncilCommand command, CommandContext context)
    {
        if (CouncilCodes.Fault(command.Council, "council") is { } unknown)
        {
            return new Decision<ICouncilEvent>([], [unknown]);
        }

        if (command is WriteNarrative narrative)
        {
            return narrative.Decide(state.Narratives, context);
        }

        if (command is ReceivePriority received)
        {
            return Widened(received.Decide(state.Priorities, context));
        }

        if (command is ReceiveHiding hidden)
        {
            return Widened(hidden.Decide(state.Priorities, context));
        }

        if (command is not PriorityCommand priority)
        {
            throw new ArgumentException($"{command.GetType().Name} has no rule here.", nameof(command));
        }

        var place = Place.Council(command.Council);
        if (!PriorityAuthorisation.May(context.Actor, place, priority))
        {
            var refusal = CommonRefusals.NotPermitted(
                "the council's Principal Social Worker (for approval, its director)"
            );
            return new Decision<ICouncilEvent>([], [refusal]);
        }

        return Widened(PriorityDecider.Decide(state.Priorities, PriorityLevel.Council, place, priority, context));
    }

    public static CouncilState Evolve(CouncilState state, ICouncilEvent happened) =>
        happened switch
        {
            PriorityEvent priority => state with { Priorities = state.Priorities.Apply(priority) },
            NarrativeWritten narrative => state with { Narratives = state.Narratives.Apply(narrative) },
            _ => throw new ArgumentException($"{happened.GetType().Name} is not known here.", nameof(happened)),
        };

    private static Decision<ICouncilEvent> Widened(Decision<PriorityEvent> decision) =>
        new(decision.Events, decision.Refusals);
}
