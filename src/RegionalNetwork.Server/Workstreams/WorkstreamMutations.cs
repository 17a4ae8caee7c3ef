using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Workstreams;

/// <summary>Answers the mutations of <c>schema/workstreams.graphql</c>.</summary>
internal static class WorkstreamMutations
{
    public static ResolverMap AddWorkstreamMutations(this ResolverMap map) =>
        map.Mutation(mutation =>
                mutation
                    .Change<CreateWorkstreamInput>("createWorkstream")
                    .Change<ReviseWorkstreamInput>("reviseWorkstream")
                    .Change<ChangeWorkstreamStatusInput>("changeWorkstreamStatus")
                    .Change<ChangeWorkstreamAudienceInput>("changeWorkstreamAudience")
                    .Change<AppointWorkstreamLeadInput>("appointWorkstreamLead")
                    .Change<AddWorkstreamParticipantInput>("addWorkstreamParticipant")
                    .Change<RemoveWorkstreamParticipantInput>("removeWorkstreamParticipant")
                    .Change<AddWorkstreamActionInput>("addWorkstreamAction")
                    .Change<ChangeWorkstreamActionStatusInput>("changeWorkstreamActionStatus")
                    .Change<PlanPracticeEventInput>("planPracticeEvent")
                    .Change<CancelPracticeEventInput>("cancelPracticeEvent")
            )
            .Object<WorkstreamPayload>("WorkstreamPayload");

    private static RootResolvers Change<TInput>(this RootResolvers mutation, string field)
        where TInput : WorkstreamInput =>
        mutation.FieldAsync(field, (InputArguments<TInput> a, ResolverContext context) => RunAsync(context, a.Input));

    private static async Task<WorkstreamPayload> RunAsync(ResolverContext context, WorkstreamInput input)
    {
        if (input.Fault is { } fault)
        {
            return new WorkstreamPayload(null, [fault], null);
        }

        var command = input.ToCommand();
        var outcome = await Commands.RunAsync(
            context,
            input.CommandId,
            command.Workstream,
            input.Fields,
            (grains, actor, id, cancellation) => grains.SendAsync(actor, id, command, cancellation)
        );
        var workstream = outcome.Succeeded ? WorkstreamResolvers.Find(context.Network(), command.Workstream) : null;
        return new WorkstreamPayload(workstream, outcome.Problems, outcome.Position);
    }

    private sealed record WorkstreamPayload(Workstream? Workstream, IReadOnlyList<Refusal> Problems, string? Position);
}
