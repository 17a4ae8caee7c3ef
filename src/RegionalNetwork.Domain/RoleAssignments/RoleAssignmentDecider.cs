using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.RoleAssignments;

/// <summary>What a role assignment's grain knows: nothing before it is offered.</summary>
public sealed record RoleAssignmentState(RoleAssignment? Assignment)
{
    public static RoleAssignmentState Initial { get; } = new((RoleAssignment?)null);
}

/// <summary>The role assignment grain: offered, accepted, ended; or glass that was broken.</summary>
public static class RoleAssignmentDecider
{
    public static Decision<RoleAssignmentEvent> Decide(
        RoleAssignmentState state,
        RoleAssignmentCommand command,
        CommandContext context
    ) =>
        command switch
        {
            OfferRole offer => offer.Decide(state.Assignment, context),
            AcceptRole accept => accept.Decide(state.Assignment, context),
            RevokeOffer => RevokeOffer.Decide(state.Assignment, context),
            EndRole end => end.Decide(state.Assignment, context),
            BreakGlass glass => glass.Decide(state.Assignment, context),
            _ => throw new ArgumentException($"{command.GetType().Name} has no rule here.", nameof(command)),
        };

    public static RoleAssignmentState Evolve(RoleAssignmentState state, RoleAssignmentEvent happened) =>
        new(RoleAssignmentHistory.Apply(state.Assignment, happened));
}
