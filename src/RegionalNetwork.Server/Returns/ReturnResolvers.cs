using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Councils;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Returns;

/// <summary>Answers the reading half of <c>schema/returns.graphql</c>.</summary>
internal static class ReturnResolvers
{
    public static ResolverMap AddReturns(this ResolverMap map) =>
        map.Query(query =>
                query
                    .Field("returnCollections", context => Collections(context).All)
                    .Field(
                        "returnCollection",
                        (CodeArguments a, ResolverContext context) => Collections(context).Find(a.Code)
                    )
            )
            .Object<ReturnCollection>(
                "ReturnCollection",
                collection =>
                    collection.Field("periods", (c, context) => context.Snapshot().Returns.CompiledPeriods(c.Code))
            )
            .Object<ReturnBreakdown>("ReturnBreakdown")
            .Object<ReturnField>("ReturnField")
            .Object<CouncilReturn>("CouncilReturn", AddReturnFields)
            .Object<ReturnDraft>("ReturnDraft", AddDraftFields)
            .Object<ReturnVintage>("ReturnVintage", AddVintageFields)
            .Object<ReturnedFigure>("ReturnedFigure")
            .Object<ReturnWarning>("ReturnWarning")
            .Object<Explanation>("FigureExplanation")
            .Object<VintageRelease>("VintageRelease")
            .Object<ReturnQuestion>(
                "ReturnQuestion",
                question => question.Field("answer", q => q.Answer?.Text).Field("answeredAt", q => q.Answer?.At)
            )
            .Object<ReturnDue>("ReturnDue", due => due.Field("council", d => CouncilResolvers.Get(d.Council)))
            .Object<ReturnRound>("ReturnRound")
            .AddReturnMutations();

    private static ReturnCollections Collections(ResolverContext context) =>
        context.Network().Host.TableSchemas.Collections;

    private static void AddReturnFields(ObjectResolvers<CouncilReturn> one) =>
        one.Field("collection", (r, context) => Collections(context).Find(r.Key.Collection)!)
            .Field("period", r => r.Key.Period)
            .Field("councils", r => r.Key.Unit.Councils.Select(CouncilResolvers.Get).ToArray());

    private static void AddDraftFields(ObjectResolvers<ReturnDraft> draft) =>
        draft
            .Field("enteredAt", d => d.Content.EnteredAt)
            .Field("reason", d => d.Content.Reason)
            .Field("figures", d => ReturnedFigure.All(d.Content.Figures))
            .Field("warnings", d => d.Content.Warnings)
            .Field("explanations", d => d.Content.Explanations);

    private static void AddVintageFields(ObjectResolvers<ReturnVintage> vintage) =>
        vintage
            .Field("reason", v => v.Content.Reason)
            .Field("figures", v => ReturnedFigure.All(v.Content.Figures))
            .Field("warnings", v => v.Content.Warnings)
            .Field("explanations", v => v.Content.Explanations);
}
