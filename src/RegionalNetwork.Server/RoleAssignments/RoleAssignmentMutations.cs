using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.RoleAssignments;

/// <summary>Answers the mutations of <c>schema/role-assignments.graphql</c>.</summary>
internal static class RoleAssignmentMutations
{
    private static readonly InputFields Making = InputFields.Of("commandId", ("assignment", "commandId"));
    private static readonly InputFields Changing = InputFields.Of("assignment");

    public static ResolverMap AddRoleAssignmentMutations(this ResolverMap map) =>
        map.Mutation(mutation =>
                mutation
                    .FieldAsync(
                        "offerRole",
                        (InputArguments<OfferRoleInput> a, ResolverContext context) => OfferAsync(context, a.Input)
                    )
                    .FieldAsync(
                        "acceptRole",
                        (InputArguments<AcceptRoleInput> a, ResolverContext context) =>
                            RoleAcceptance.RunAsync(context, a.Input)
                    )
                    .FieldAsync(
                        "revokeOffer",
                        (InputArguments<RevokeOfferInput> a, ResolverContext context) =>
                            RunAsync(context, a.Input.CommandId, Changing, new RevokeOffer(a.Input.Assignment))
                    )
                    .FieldAsync(
                        "endRole",
                        (InputArguments<EndRoleInput> a, ResolverContext context) =>
                            RunAsync(context, a.Input.CommandId, Changing, new EndRole(a.Input.Assignment, a.Input.To))
                    )
                    .FieldAsync(
                        "breakGlass",
                        (InputArguments<BreakGlassInput> a, ResolverContext context) =>
                            BreakGlassAsync(context, a.Input)
                    )
            )
            .Object<RoleOfferPayload>("RoleOfferPayload")
            .Object<RoleAssignmentPayload>("RoleAssignmentPayload");

    private static async Task<RoleOfferPayload> OfferAsync(ResolverContext context, OfferRoleInput input)
    {
        var terms = new RoleTerms(
            input.Role,
            input.Place.ToPlace(),
            input.Scope,
            input.From ?? context.Today(),
            input.To,
            input.OnBehalfOf
        );
        var code = OneTimeCode.New();
        var hash = OneTimeCode.HashOf(code)!;
        var actor = context.ActingActor();
        var facts = RoleFacts.Of(context.Snapshot(), actor, terms, context.Network().Host.Clock.GetUtcNow());
        var command = new OfferRole(NewCode("role", actor, input.CommandId), terms, hash, facts);
        var payload = await RunAsync(context, input.CommandId, Making, command);

        // A command that was sent again made its offer then, with the code of then, which nobody knows any more.
        var isNew = payload.RoleAssignment?.Offer?.CodeHash == hash;
        return new RoleOfferPayload(payload.RoleAssignment, isNew ? code : null, payload.Problems, payload.Position);
    }

    private static Task<RoleAssignmentPayload> BreakGlassAsync(ResolverContext context, BreakGlassInput input)
    {
        var actor = context.ActingActor();
        var place = input.Place.ToPlace();
        var now = context.Network().Host.Clock.GetUtcNow();
        var command = new BreakGlass(
            NewCode("glass", actor, input.CommandId),
            place,
            input.Reason,
            input.Minutes,
            RoleFacts.NetworkExists(context.Snapshot(), place),
            context.Snapshot().RoleAssignments.GlassOpenOf(actor.Subject, now)
        );
        return RunAsync(context, input.CommandId, Making, command);
    }

    private static async Task<RoleAssignmentPayload> RunAsync(
        ResolverContext context,
        string commandId,
        InputFields fields,
        RoleAssignmentCommand command
    )
    {
        var outcome = await Commands.RunAsync(
            context,
            commandId,
            command.Assignment,
            fields,
            (grains, actor, id, cancellation) => grains.SendAsync(actor, id, command, cancellation)
        );
        return RoleAssignmentPayload.Of(context, context.Actor(), command.Assignment, outcome);
    }

    /// <summary>Two people may have the same command id; what they make is two things.</summary>
    private static string NewCode(string prefix, Actor actor, string commandId) =>
        Commands.NewCode(prefix, $"{actor.Subject}\n{commandId}");

    private sealed record RoleOfferPayload(
        RoleAssignment? RoleAssignment,
        string? OneTimeCode,
        IReadOnlyList<Refusal> Problems,
        string? Position
    );
}

internal sealed record RoleAssignmentPayload(
    RoleAssignment? RoleAssignment,
    IReadOnlyList<Refusal> Problems,
    string? Position
)
{
    public static RoleAssignmentPayload Of(ResolverContext context, Actor actor, string code, CommandOutcome outcome) =>
        new(outcome.Succeeded ? Find(context, actor, code) : null, outcome.Problems, outcome.Position);

    /// <summary>
    /// A command that is repeated is accepted from whoever repeats it, because it changes nothing. That must not show them an assignment
    /// that is no concern of theirs.
    /// </summary>
    private static RoleAssignment? Find(ResolverContext context, Actor actor, string code) =>
        context.Snapshot().RoleAssignments.Find(code) is { } assignment
        && (
            assignment.Person == actor.Subject
            || assignment.Offer?.By == actor.Subject
            || RoleFacts.MaySee(context, actor, assignment.Terms.Place)
        )
            ? assignment
            : null;
}
