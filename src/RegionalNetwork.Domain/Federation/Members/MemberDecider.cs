using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Federation.Members;

/// <summary>What a member's grain knows: nothing before it is invited.</summary>
public sealed record MemberState(FederationMember? Member)
{
    public static MemberState Initial { get; } = new((FederationMember?)null);
}

/// <summary>The grain of a member node at its hub: invited, enrolled, heard message by message, left.</summary>
public static class MemberDecider
{
    public static Decision<MemberEvent> Decide(MemberState state, MemberCommand command, CommandContext context) =>
        command switch
        {
            InviteMember invite => invite.Decide(state.Member, context),
            EnrolMember enrol => enrol.Decide(state.Member, context),
            TakeMessage take => take.Decide(state.Member, context),
            SettleQuarantine settle => settle.Decide(state.Member, context),
            EndMembership => EndMembership.Decide(state.Member, context),
            _ => throw new ArgumentException($"{command.GetType().Name} has no rule here.", nameof(command)),
        };

    public static MemberState Evolve(MemberState state, MemberEvent happened) =>
        new(MemberHistory.Apply(state.Member, happened));
}
