using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.People;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.WebSurface;

namespace RegionalNetwork.Server.RoleAssignments;

/// <summary>Somebody shows a one-time code and takes the role. Who was not known before becomes known with it.</summary>
internal static class RoleAcceptance
{
    private static readonly InputFields Fields = InputFields.Of("code", ("assignment", "code"));

    public static async Task<RoleAssignmentPayload> RunAsync(ResolverContext context, AcceptRoleInput input)
    {
        var request = context.Network();
        var now = request.Host.Clock.GetUtcNow();
        if (CodeAttempts.Refuse(request) is { } tooMany)
        {
            return new RoleAssignmentPayload(null, [Fields.Place(tooMany)], null);
        }

        var hash = OneTimeCode.HashOf(input.Code);
        if (hash is null || context.Snapshot().RoleAssignments.FindByCodeHash(hash) is not { } offered)
        {
            CodeAttempts.Record(request);
            return new RoleAssignmentPayload(null, [Fields.Place(RoleAssignmentRefusals.CodeInvalid())], null);
        }

        var actor = context.ActingActor();
        // Somebody with a code that is of no use any more is not registered for it. A development token is nobody's.
        if (request.SignedIn is { Assumed: null } signedIn && offered.IsOpen(now))
        {
            var (person, failure) = await PersonRegistration.RunAsync(context, signedIn, input.CommandId);
            if (failure is not null)
            {
                return new RoleAssignmentPayload(null, failure.Problems, null);
            }

            actor = new Actor(person!, []);
        }

        var command = new AcceptRole(
            offered.Code,
            hash,
            context.Snapshot().RoleAssignments.HeldBy(actor.Subject, context.Today())
        );
        var outcome = await Commands.RunAsync(
            context,
            input.CommandId,
            command.Assignment,
            Fields,
            (grains, _, id, cancellation) => grains.SendAsync(actor, id, command, cancellation)
        );
        return RoleAssignmentPayload.Of(context, actor, command.Assignment, outcome);
    }
}
