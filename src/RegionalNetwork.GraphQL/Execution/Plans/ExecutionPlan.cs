using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Execution.Costs;
using RegionalNetwork.GraphQL.Execution.Subscriptions;

namespace RegionalNetwork.GraphQL.Execution.Plans;

/// <summary>An operation ready to run, for one set of values of its conditions. Immutable and shared by requests.</summary>
/// <param name="Checks">What decides whether a caller may have the guarded fields of the plan.</param>
/// <param name="ArgumentSlots">Fields whose arguments depend on variables.</param>
/// <param name="Cost">What running it can cost, before it runs.</param>
/// <param name="Source">Where the events come from; null for all but a subscription.</param>
internal sealed record ExecutionPlan(
    FieldPlan<object>[] Fields,
    bool IsAsync,
    IReadOnlyList<FieldCheck> Checks,
    int ArgumentSlots,
    CostProgram Cost,
    SourcePlan? Source
);
