using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Serialization;
using RegionalNetwork.Server.Telemetry;

namespace RegionalNetwork.Server.Grains;

/// <summary>How commands come to the grains of a kind and what is counted of their replies.</summary>
internal sealed partial class NetworkGrains
{
    /// <summary>Whoever sent the command, and by whatever way: what is refused is refused here.</summary>
    private static async Task<GrainReply<Refusal>> CountAsync(Task<GrainReply<Refusal>> sent)
    {
        var reply = await sent;
        if (reply is GrainReply<Refusal>.Refused refused)
        {
            foreach (var refusal in refused.Refusals)
            {
                ServerMeters.CountRefusal(refusal.Code);
            }
        }

        return reply;
    }

    private static GrainCommand<Asked<TCommand>> Ask<TCommand>(Actor actor, string commandId, TCommand command) =>
        new(commandId, actor.Signature, new Asked<TCommand>(command, actor));

    private static GrainDirectory<TState, Asked<TCommand>, TEvent, Refusal> Directory<TState, TCommand, TEvent>(
        string category,
        Func<string, TState> initial,
        Func<TState, TCommand, CommandContext, Decision<TEvent>> decide,
        Func<TState, TEvent, TState> evolve,
        IEventCodec<TEvent> codec,
        IJournal journal,
        TimeProvider clock
    ) =>
        new(
            new Aggregate<TState, Asked<TCommand>, TEvent, Refusal>(
                category,
                initial,
                (state, asked, context) =>
                {
                    var decision = decide(state, asked.Command, new CommandContext(asked.Actor, context.Now));
                    return new Decided<TEvent, Refusal>(decision.Events, decision.Refusals);
                },
                evolve
            ),
            codec,
            journal,
            clock,
            GrainOptions.Default
        );

    /// <summary>A command with who gives it: the domain's rules ask for more than the journal's name of them.</summary>
    private sealed record Asked<TCommand>(TCommand Command, Actor Actor);
}
