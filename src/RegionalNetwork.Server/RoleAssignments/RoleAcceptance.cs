using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.People;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;
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
            RecordRefusal(request, tooMany);
            return new RoleAssignmentPayload(null, [Fields.Place(tooMany)], null);
        }

        var hash = OneTimeCode.HashOf(input.Code);
        if (hash is null || context.Snapshot().RoleAssignments.FindByCodeHash(hash) is not { } offered)
        {
            CodeAttempts.Record(request);
            var invalid = RoleAssignmentRefusals.CodeInvalid();
            RecordRefusal(request, invalid);
            return new RoleAssignmentPayload(null, [Fields.Place(invalid)], null);
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
        if (!outcome.Succeeded)
        {
            RecordRefusal(request, outcome.Problems[0]);
        }

        return RoleAssignmentPayload.Of(context, actor, command.Assignment, outcome);
    }

    private static void RecordRefusal(NetworkRequest request, Refusal refusal)
    {
        if (request.Http is { } http)
        {
            SecurityLog.Of(http).Record(SecurityEvent.CodeRefused, refusal.Code, http, request.SignedIn);
        }
    }
}
