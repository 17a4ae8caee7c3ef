using System.Text;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Commands;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Returns;

/// <summary>Answers the mutations of <c>schema/returns.graphql</c>.</summary>
internal static class ReturnMutations
{
    private static readonly InputFields Fields = InputFields.Of("collection", ("table", "csv"));

    public static ResolverMap AddReturnMutations(this ResolverMap map) =>
        map.Mutation(mutation =>
                mutation
                    .FieldAsync(
                        "enterReturn",
                        (InputArguments<EnterInput> a, ResolverContext context) =>
                            EnterAsync(context, a.Input, a.Input.Csv, a.Input.Explanations, null)
                    )
                    .FieldAsync(
                        "restateReturn",
                        (InputArguments<RestateInput> a, ResolverContext context) =>
                            EnterAsync(context, a.Input, a.Input.Csv, a.Input.Explanations, a.Input.Reason)
                    )
                    .FieldAsync(
                        "submitReturn",
                        (InputArguments<SubmitInput> a, ResolverContext context) =>
                            ChangeAsync(
                                context,
                                a.Input,
                                (key, scope) => new SubmitReturn(key, scope, ExplanationInput.All(a.Input.Explanations))
                            )
                    )
                    .FieldAsync(
                        "sendBackReturn",
                        (InputArguments<ReasonInput> a, ResolverContext context) =>
                            ChangeAsync(
                                context,
                                a.Input,
                                (key, scope) => new SendBackReturn(key, scope, a.Input.Reason)
                            )
                    )
                    .FieldAsync(
                        "approveReturn",
                        (InputArguments<ApproveInput> a, ResolverContext context) =>
                            ChangeAsync(context, a.Input, (key, scope) => new ApproveReturn(key, scope, a.Input.Draft))
                    )
                    .FieldAsync(
                        "releaseReturn",
                        (InputArguments<ReleaseInput> a, ResolverContext context) =>
                            ChangeAsync(
                                context,
                                a.Input,
                                (key, scope) => new ReleaseReturn(key, scope, a.Input.Level, a.Input.EmbargoUntil)
                            )
                    )
                    .FieldAsync(
                        "withdrawReturn",
                        (InputArguments<ReasonInput> a, ResolverContext context) =>
                            ChangeAsync(
                                context,
                                a.Input,
                                (key, scope) => new WithdrawReturn(key, scope, a.Input.Reason)
                            )
                    )
                    .FieldAsync(
                        "answerReturnQuestion",
                        (InputArguments<AnswerInput> a, ResolverContext context) =>
                            RunAsync(
                                context,
                                a.Input,
                                (key, scope) => new AnswerQuestion(key, scope, a.Input.Question, a.Input.Text)
                            )
                    )
            )
            .Object<ReturnPayload>("ReturnPayload")
            .AddNetworkReturnMutations();

    private static Task<ReturnPayload> EnterAsync(
        ResolverContext context,
        IReturnInput input,
        string csv,
        IReadOnlyList<ExplanationInput> explanations,
        string? reason
    )
    {
        var (address, problems) = AddressOf(context, input);
        if (address is null)
        {
            return Refused(problems);
        }

        // Who may not enter is told nothing of the file either.
        if (!ReturnEntry.IsPermitted(address.Key, address.Collection.Scope, context.ActingActor()))
        {
            return Refused([ReturnEntry.NotPermitted]);
        }

        if (KeptElsewhere(context, address) is { } kept)
        {
            return Refused([kept]);
        }

        var file = ReturnFile.Read(
            context.Snapshot(),
            address,
            Encoding.UTF8.GetBytes(csv),
            ExplanationInput.All(explanations)
        );
        return file.Entry is not { } entry
            ? Refused([.. file.Faults.Select(fault => Fields.Place(fault.ToRefusal()))])
            : SendAsync(
                context,
                input.CommandId,
                reason is null ? new EnterReturn(address.Key, entry) : new RestateReturn(address.Key, entry, reason)
            );
    }

    /// <summary>A change that a council with a node of its own makes there.</summary>
    private static Task<ReturnPayload> ChangeAsync(
        ResolverContext context,
        IReturnInput input,
        Func<ReturnKey, ServiceScope, ReturnCommand> command
    ) =>
        AddressOf(context, input).Address is { } address && KeptElsewhere(context, address) is { } kept
            ? Refused([kept])
            : RunAsync(context, input, command);

    private static Refusal? KeptElsewhere(ResolverContext context, ReturnAddress address) =>
        address.FaultOfPlace(context.Snapshot().FederationMembers) is { } fault ? Fields.Place(fault) : null;

    private static Task<ReturnPayload> RunAsync(
        ResolverContext context,
        IReturnInput input,
        Func<ReturnKey, ServiceScope, ReturnCommand> command
    )
    {
        var (address, problems) = AddressOf(context, input);
        return address is null
            ? Refused(problems)
            : SendAsync(context, input.CommandId, command(address.Key, address.Collection.Scope));
    }

    /// <summary>Which return the input means; problems have the paths of the input.</summary>
    internal static (ReturnAddress? Address, IReadOnlyList<Refusal> Problems) AddressOf(
        ResolverContext context,
        IReturnInput input
    )
    {
        var (address, problems) = ReturnAddress.Read(
            context.Network().Host.TableSchemas.Collections,
            input.Collection,
            input.Council,
            input.Period
        );
        return (address, [.. problems.Select(Fields.Place)]);
    }

    internal static Task<CommandOutcome> SendToGrainAsync(
        ResolverContext context,
        string commandId,
        ReturnCommand command
    ) =>
        Commands.RunAsync(
            context,
            commandId,
            command.Return.Collection,
            Fields,
            (grains, actor, id, cancellation) => grains.SendAsync(actor, id, command, cancellation)
        );

    private static async Task<ReturnPayload> SendAsync(ResolverContext context, string commandId, ReturnCommand command)
    {
        var outcome = await SendToGrainAsync(context, commandId, command);
        var one = outcome.Succeeded ? context.Snapshot().Returns.Find(command.Return) : null;
        return new ReturnPayload(one, outcome.Problems, outcome.Position);
    }

    private static Task<ReturnPayload> Refused(IReadOnlyList<Refusal> problems) =>
        Task.FromResult(new ReturnPayload(null, problems, null));

    private sealed record ReturnPayload(CouncilReturn? Return, IReadOnlyList<Refusal> Problems, string? Position);
}
