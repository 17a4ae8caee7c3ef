using RegionalNetwork.GraphQL.Errors;

namespace RegionalNetwork.GraphQL.Execution;

/// <summary>Stable codes of the errors that the executor makes; <c>extensions.code</c> on the wire.</summary>
public static class ErrorCodes
{
    public const string SyntaxError = "SYNTAX_ERROR";
    public const string InternalError = "INTERNAL_ERROR";
    public const string LimitExceeded = "LIMIT_EXCEEDED";
    public const string SubscriptionNeedsStream = "SUBSCRIPTION_NEEDS_STREAM";

    internal static GraphQLError TooManyErrors(int limit) =>
        new($"There are more errors than the {limit} that a response reports.", [], null, LimitExceeded);

    internal static GraphQLError Limit(string message) => new(message, [], null, LimitExceeded);
}
