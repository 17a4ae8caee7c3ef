using RegionalNetwork.Domain.Publications;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Councils;
using RegionalNetwork.Server.Publications;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Subscriptions;

/// <summary>Answers <c>schema/subscriptions.graphql</c>.</summary>
internal static class SubscriptionMap
{
    public static ResolverMap AddSubscriptions(this ResolverMap map) =>
        map.Subscription(subscription =>
                subscription
                    .FieldAsync<WorkstreamActivityArguments, WorkstreamActivity>(
                        "workstreamActivity",
                        WorkstreamActivities.SubscribeAsync
                    )
                    .FieldAsync<FiguresReceivedArguments, FiguresReceived>(
                        "figuresReceived",
                        FigureArrivals.SubscribeAsync
                    )
                    .FieldAsync<RollupChangedArguments, RollupChange>("rollupChanged", RollupChanges.SubscribeAsync)
            )
            .Object<WorkstreamActivity>("WorkstreamActivity", AddActivityFields)
            .Object<VintageReceived>(
                "VintageReceived",
                received =>
                    received
                        .Field("publication", (r, context) => Find(r, context))
                        .Field(
                            "vintage",
                            (r, context) => VintageView.Of(Find(r, context)).First(view => view.Number == r.Number)
                        )
            )
            .Object<EditionReceived>(
                "EditionReceived",
                received => received.Field("publication", (r, context) => Find(r, context))
            )
            .Object<RollupChange>("RollupChange");

    private static void AddActivityFields(ObjectResolvers<WorkstreamActivity> activity) =>
        activity
            .Field("workstream", (a, context) => a.FindWorkstream(context.Snapshot()))
            .Field(
                "council",
                (a, context) => a.CouncilIn(context.Snapshot()) is { } code ? CouncilResolvers.Get(code) : null
            )
            .Field("action", (a, context) => a.FindAction(context.Snapshot()))
            .Field("event", (a, context) => a.FindEvent(context.Snapshot()));

    /// <summary>There since the event: a snapshot that an event is shown from is never older.</summary>
    private static Publication Find(FiguresReceived received, ResolverContext context) =>
        context.Snapshot().Publications.Find(received.PublicationCode)!;
}
