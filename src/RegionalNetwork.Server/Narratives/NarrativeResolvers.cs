using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Narratives;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Benchmarking;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Narratives;

/// <summary>Answers <c>schema/narratives.graphql</c>.</summary>
internal static class NarrativeResolvers
{
    private static readonly InputFields Writing = InputFields.Of("council");

    public static ResolverMap AddNarratives(this ResolverMap map) =>
        map.Mutation(mutation =>
                mutation.FieldAsync(
                    "writeNarrative",
                    (InputArguments<WriteNarrativeInput> a, ResolverContext context) => WriteAsync(context, a.Input)
                )
            )
            .Object<Narrative>("Narrative")
            .Object<NarrativePayload>("NarrativePayload");

    /// <summary>What the caller sees of what the council says of a figure; null where there is nothing, or nothing for them.</summary>
    public static Narrative? Find(NetworkRequest request, string council, string indicator, string period) =>
        request.Snapshot.Councils.NarrativesOf(council).Find(indicator, period) is { } narrative
        && request.Sees(narrative, council)
            ? narrative
            : null;

    private static async Task<NarrativePayload> WriteAsync(ResolverContext context, WriteNarrativeInput input)
    {
        var source = IndicatorSources.Find(context.Network(), input.Indicator, vintage: null);
        var indicator = source?.Definition.Code ?? input.Indicator;
        var command = new WriteNarrative(
            input.Council,
            indicator,
            input.Period,
            input.Text,
            input.Audience,
            FigureExists: source?.FindPeriod(input.Period) >= 0
        );
        var outcome = await Commands.RunAsync(
            context,
            input.CommandId,
            input.Council,
            Writing,
            (grains, actor, id, cancellation) => grains.SendAsync(actor, id, (ICouncilCommand)command, cancellation)
        );
        return new NarrativePayload(
            outcome.Succeeded ? Find(context.Network(), input.Council, indicator, input.Period) : null,
            outcome.Problems,
            outcome.Position
        );
    }

    private sealed record WriteNarrativeInput(
        string CommandId,
        string Council,
        string Indicator,
        string Period,
        string Text,
        Audience Audience
    );

    private sealed record NarrativePayload(Narrative? Narrative, IReadOnlyList<Refusal> Problems, string? Position);
}
