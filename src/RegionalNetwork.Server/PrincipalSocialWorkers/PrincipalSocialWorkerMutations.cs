using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.PrincipalSocialWorkers;

/// <summary>Answers the mutations of <c>schema/principal-social-workers.graphql</c>.</summary>
internal static class PrincipalSocialWorkerMutations
{
    private static readonly InputFields Fields = InputFields.Of(
        "principalSocialWorker",
        ("psw", "principalSocialWorker"),
        ("reportingLine", "reportsTo")
    );

    public static ResolverMap AddPrincipalSocialWorkerMutations(this ResolverMap map) =>
        map.Mutation(mutation =>
                mutation
                    .FieldAsync(
                        "appointPrincipalSocialWorker",
                        (InputArguments<AppointInput> a, ResolverContext context) =>
                            RunAsync(context, a.Input.CommandId, a.Input.ToCommand())
                    )
                    .FieldAsync(
                        "changeAppointmentForm",
                        (InputArguments<ChangeFormInput> a, ResolverContext context) =>
                            RunAsync(
                                context,
                                a.Input.CommandId,
                                new ChangePswForm(a.Input.PrincipalSocialWorker, a.Input.Form, a.Input.On)
                            )
                    )
                    .FieldAsync(
                        "changeReportingLine",
                        (InputArguments<ChangeReportingLineInput> a, ResolverContext context) =>
                            RunAsync(
                                context,
                                a.Input.CommandId,
                                new ChangePswReportingLine(a.Input.PrincipalSocialWorker, a.Input.ReportsTo, a.Input.On)
                            )
                    )
                    .FieldAsync(
                        "endAppointment",
                        (InputArguments<EndAppointmentInput> a, ResolverContext context) =>
                            RunAsync(
                                context,
                                a.Input.CommandId,
                                new EndPswAppointment(a.Input.PrincipalSocialWorker, a.Input.To)
                            )
                    )
            )
            .Object<PrincipalSocialWorkerPayload>("PrincipalSocialWorkerPayload");

    private static async Task<PrincipalSocialWorkerPayload> RunAsync(
        ResolverContext context,
        string commandId,
        PswCommand command
    )
    {
        var outcome = await Commands.RunAsync(
            context,
            commandId,
            command.Psw,
            Fields,
            (grains, actor, id, cancellation) => grains.SendAsync(actor, id, command, cancellation)
        );
        var psw = outcome.Succeeded ? context.Snapshot().Appointments.Find(command.Psw) : null;
        return new PrincipalSocialWorkerPayload(psw, outcome.Problems, outcome.Position);
    }

    private sealed record AppointInput(
        string CommandId,
        string? PrincipalSocialWorker,
        string Council,
        ServiceScope Scope,
        PswForm Form,
        string? ReportsTo,
        DateOnly From
    )
    {
        public AppointPsw ToCommand() =>
            new(PrincipalSocialWorker ?? Commands.NewCode("psw", CommandId), Council, Scope, Form, ReportsTo, From);
    }

    private sealed record ChangeFormInput(string CommandId, string PrincipalSocialWorker, PswForm Form, DateOnly On);

    private sealed record ChangeReportingLineInput(
        string CommandId,
        string PrincipalSocialWorker,
        string ReportsTo,
        DateOnly On
    );

    private sealed record EndAppointmentInput(string CommandId, string PrincipalSocialWorker, DateOnly To);

    private sealed record PrincipalSocialWorkerPayload(
        PrincipalSocialWorker? PrincipalSocialWorker,
        IReadOnlyList<Refusal> Problems,
        string? Position
    );
}
