using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.Domain.Returns.Commands;

namespace RegionalNetwork.Domain.Returns;

/// <summary>What a return's grain knows: nothing before it is entered.</summary>
public sealed record ReturnState(CouncilReturn? Return)
{
    public static ReturnState Initial { get; } = new((CouncilReturn?)null);
}

/// <summary>The return grain: entered, submitted, approved by somebody else, released; restated; withdrawn; asked about.</summary>
public static class ReturnDecider
{
    public static Decision<ReturnEvent> Decide(ReturnState state, ReturnCommand command, CommandContext context) =>
        command switch
        {
            EnterReturn enter => enter.Decide(state.Return, context),
            RestateReturn restate => restate.Decide(state.Return, context),
            SubmitReturn submit => submit.Decide(state.Return, context),
            SendBackReturn sendBack => sendBack.Decide(state.Return, context),
            ApproveReturn approve => approve.Decide(state.Return, context),
            ReleaseReturn release => release.Decide(state.Return, context),
            WithdrawReturn withdraw => withdraw.Decide(state.Return, context),
            ReceiveReturn receive => receive.Decide(state.Return, context),
            ReceiveWithdrawal receive => receive.Decide(state.Return, context),
            AskAboutReturn ask => ask.Decide(state.Return, context),
            AnswerQuestion answer => answer.Decide(state.Return, context),
            _ => throw new ArgumentException($"{command.GetType().Name} has no rule here.", nameof(command)),
        };

    public static ReturnState Evolve(ReturnState state, ReturnEvent happened) =>
        new(ReturnHistory.Apply(state.Return, happened, state.Return?.Draft?.Content.Figures.Layout));

    /// <summary>A joint return is that of each of its councils: any one's people may.</summary>
    internal static bool MayFor(this Actor actor, Permission permission, ReturnUnit unit, ServiceScope scope) =>
        unit.Councils.Any(council => actor.May(permission, Place.Council(council), scope));
}
