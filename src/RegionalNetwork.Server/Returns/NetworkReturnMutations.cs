using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.Domain.Returns.Commands;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Returns;

/// <summary>Answers the mutations of <c>schema/returns.graphql</c> that are a network's: to ask, and to compile.</summary>
internal static class NetworkReturnMutations
{
    private static readonly InputFields Compiling = InputFields.Of("collection");

    public static ResolverMap AddNetworkReturnMutations(this ResolverMap map) =>
        map.Mutation(mutation =>
                mutation
                    .FieldAsync(
                        "askAboutReturn",
                        (InputArguments<AskInput> a, ResolverContext context) => AskAsync(context, a.Input)
                    )
                    .FieldAsync(
                        "compileReturnRound",
                        (InputArguments<CompileInput> a, ResolverContext context) => CompileAsync(context, a.Input)
                    )
            )
            .Object<ReturnQuestionPayload>("ReturnQuestionPayload")
            .Object<ReturnRoundPayload>("ReturnRoundPayload");

    private static async Task<ReturnQuestionPayload> AskAsync(ResolverContext context, AskInput input)
    {
        var (address, problems) = ReturnMutations.AddressOf(context, input);
        if (address is null)
        {
            return new ReturnQuestionPayload(null, problems, null);
        }

        var network = context.Snapshot().Networks.Find(input.Network);
        var isMember = address.Unit.Councils.Any(council => network?.IsMember(council, context.Today()) == true);
        var outcome = await ReturnMutations.SendToGrainAsync(
            context,
            input.CommandId,
            new AskAboutReturn(
                address.Key,
                address.Collection.Scope,
                input.Network,
                input.Field,
                input.Item,
                input.Text,
                isMember
            )
        );
        var question = outcome.Succeeded
            ? context.Snapshot().Returns.Find(address.Key)?.Questions.LastOrDefault(one => one.Network == input.Network)
            : null;
        return new ReturnQuestionPayload(question, outcome.Problems, outcome.Position);
    }

    private static async Task<ReturnRoundPayload> CompileAsync(ResolverContext context, CompileInput input)
    {
        var collection = context.Network().Host.TableSchemas.Collections.Find(input.Collection);
        if (collection is null || ReturnPeriod.Find(collection, input.Period) is not { } period)
        {
            var problem = collection is null ? ReturnRefusals.CollectionNotFound() : ReturnRefusals.PeriodNotFound();
            return new ReturnRoundPayload(null, [Compiling.Place(problem)], null);
        }

        var command = Rounds.Next(context.Snapshot().Returns, collection.Code, period.Code, context.Today());
        var outcome = await Commands.RunAsync(
            context,
            input.CommandId,
            collection.Code,
            Compiling,
            (grains, actor, id, cancellation) => grains.SendAsync(actor, id, command, cancellation)
        );
        var round = outcome.Succeeded ? ReturnRound.Of(context.Snapshot(), collection.Code, period.Code) : null;
        return new ReturnRoundPayload(round, outcome.Problems, outcome.Position);
    }

    private sealed record ReturnQuestionPayload(
        ReturnQuestion? Question,
        IReadOnlyList<Refusal> Problems,
        string? Position
    );

    private sealed record ReturnRoundPayload(ReturnRound? Round, IReadOnlyList<Refusal> Problems, string? Position);
}
