using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution.Costs;

namespace RegionalNetwork.GraphQL.Execution;

/// <summary>Stable codes of the errors that the executor makes; <c>extensions.code</c> on the wire.</summary>
public static class ErrorCodes
{
    public const string SyntaxError = "SYNTAX_ERROR";
    public const string InternalError = "INTERNAL_ERROR";
    public const string LimitExceeded = "LIMIT_EXCEEDED";
    public const string CostLimit = "COST_LIMIT";
    public const string Timeout = "TIMEOUT";
    public const string SubscriptionNeedsStream = "SUBSCRIPTION_NEEDS_STREAM";

    internal static GraphQLError TooManyErrors(int limit) =>
        new($"There are more errors than the {limit} that a response reports.", [], null, LimitExceeded);

    internal static GraphQLError Limit(string message) => new(message, [], null, LimitExceeded);

    internal static GraphQLError TooCostly(OperationCost cost, double limit) =>
        new(
            $"The operation can cost {OperationCost.Show(cost.Units)} units and the limit is {OperationCost.Show(limit)}. Ask for shorter lists, leave "
                + "out lists inside lists, or send several smaller operations.",
            [],
            null,
            CostLimit
        );

    internal static GraphQLError TimedOut(TimeSpan limit, bool isMutation) =>
        new(
            $"The operation took longer than {limit.TotalSeconds:0.###} s and was cancelled. "
                + (
                    isMutation
                        ? "It may have changed something: look before you send it again."
                        : "Ask for less at a time, or try again later."
                ),
            [],
            null,
            Timeout
        );
}
