using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Sharing;

/// <summary>What a sharing agreement's grain knows: nothing before it is drawn up.</summary>
public sealed record AgreementState(SharingAgreement? Agreement)
{
    public static AgreementState Initial { get; } = new((SharingAgreement?)null);
}

/// <summary>The sharing agreement grain: its terms, and who is party from when to when.</summary>
public static class AgreementDecider
{
    public static Decision<AgreementEvent> Decide(
        AgreementState state,
        AgreementCommand command,
        CommandContext context
    ) =>
        command switch
        {
            DrawUpAgreement drawUp => drawUp.Decide(state.Agreement, context),
            SignAgreement sign => sign.Decide(state.Agreement, context),
            LeaveAgreement leave => leave.Decide(state.Agreement, context),
            WithdrawAgreement withdraw => withdraw.Decide(state.Agreement, context),
            _ => throw new ArgumentException($"{command.GetType().Name} has no rule here.", nameof(command)),
        };

    public static AgreementState Evolve(AgreementState state, AgreementEvent happened) =>
        new(AgreementHistory.Apply(state.Agreement, happened));
}
