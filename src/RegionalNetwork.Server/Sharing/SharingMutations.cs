using RegionalNetwork.Domain.Audiences;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.Sharing;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Sharing;

/// <summary>Answers the mutations of <c>schema/sharing.graphql</c>.</summary>
internal static class SharingMutations
{
    private static readonly InputFields DrawingUp = InputFields.Of("code", ("agreement", "code"), ("id", "code"));
    private static readonly InputFields Changing = InputFields.Of("agreement");

    public static ResolverMap AddSharingMutations(this ResolverMap map) =>
        map.Mutation(mutation =>
                mutation
                    .FieldAsync(
                        "drawUpSharingAgreement",
                        (InputArguments<DrawUpInput> a, ResolverContext context) =>
                            RunAsync(context, a.Input.CommandId, DrawingUp, a.Input.ToCommand(context))
                    )
                    .FieldAsync(
                        "signSharingAgreement",
                        (InputArguments<SignInput> a, ResolverContext context) =>
                            RunAsync(context, a.Input.CommandId, Changing, a.Input.ToCommand(context))
                    )
                    .FieldAsync(
                        "leaveSharingAgreement",
                        (InputArguments<LeaveInput> a, ResolverContext context) =>
                            RunAsync(
                                context,
                                a.Input.CommandId,
                                Changing,
                                new LeaveAgreement(a.Input.Agreement, a.Input.Council, a.Input.From)
                            )
                    )
                    .FieldAsync(
                        "withdrawSharingAgreement",
                        (InputArguments<WithdrawInput> a, ResolverContext context) =>
                            RunAsync(
                                context,
                                a.Input.CommandId,
                                Changing,
                                new WithdrawAgreement(a.Input.Agreement, a.Input.From)
                            )
                    )
            )
            .Object<SharingAgreementPayload>("SharingAgreementPayload");

    private static async Task<SharingAgreementPayload> RunAsync(
        ResolverContext context,
        string commandId,
        InputFields fields,
        AgreementCommand command
    )
    {
        var outcome = await Commands.RunAsync(
            context,
            commandId,
            command.Agreement,
            fields,
            (grains, actor, id, cancellation) => grains.SendAsync(actor, id, command, cancellation)
        );
        var agreement = outcome.Succeeded ? context.Snapshot().Agreements.Find(command.Agreement) : null;
        return new SharingAgreementPayload(agreement, outcome.Problems, outcome.Position);
    }

    private sealed record DrawUpInput(
        string CommandId,
        string Code,
        string Network,
        string Title,
        string Purpose,
        IReadOnlyList<SharedSubject> Subjects,
        IReadOnlyList<string> Indicators,
        IReadOnlyList<Tier> Tiers,
        DateOnly From,
        DateOnly To,
        int RetentionYears,
        string BreachContact
    )
    {
        public DrawUpAgreement ToCommand(ResolverContext context) =>
            new(
                Code,
                Network,
                new AgreementTerms(
                    Title,
                    Purpose,
                    Subjects,
                    Indicators,
                    Tiers,
                    From,
                    To,
                    RetentionYears,
                    BreachContact
                ),
                context.Snapshot().Networks.Find(Network)?.Level == NetworkLevel.Regional
            );
    }

    private sealed record SignInput(string CommandId, string Agreement, string Council)
    {
        public SignAgreement ToCommand(ResolverContext context)
        {
            var snapshot = context.Snapshot();
            var network = snapshot.Agreements.Find(Agreement)?.Network;
            var isMember =
                network is not null && snapshot.Networks.Find(network)?.IsMember(Council, context.Today()) == true;
            return new SignAgreement(Agreement, Council, isMember);
        }
    }

    private sealed record LeaveInput(string CommandId, string Agreement, string Council, DateOnly From);

    private sealed record WithdrawInput(string CommandId, string Agreement, DateOnly From);

    private sealed record SharingAgreementPayload(
        SharingAgreement? Agreement,
        IReadOnlyList<Refusal> Problems,
        string? Position
    );
}
