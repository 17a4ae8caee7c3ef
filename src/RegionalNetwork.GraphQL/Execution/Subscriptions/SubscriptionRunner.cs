using System.Text.Json;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution.Plans;

namespace RegionalNetwork.GraphQL.Execution.Subscriptions;

/// <summary>https://spec.graphql.org/September2025/#sec-Subscription</summary>
internal sealed class SubscriptionRunner(ExecutorOptions options)
{
    private readonly OperationRunner _events = new(OfEvents(options));

    /// <summary>https://spec.graphql.org/September2025/#CreateSourceEventStream(): what fails here is a request error.</summary>
    /// <param name="context">Makes the object for resolvers: once for the source stream, once for each event.</param>
    public async Task<SubscriptionStart> StartAsync(
        Operation operation,
        JsonElement? variables,
        Func<object> context,
        CancellationToken cancellationToken
    )
    {
        var plan = OperationRunner.Plan(
            operation,
            variables,
            options.Limits,
            out var values,
            out var cost,
            out var errors
        );
        if (plan is null)
        {
            return new SubscriptionStart(null, errors);
        }

        if (plan.Source is not { } source)
        {
            const string Message = "A subscription asks for exactly one field, and that has a source stream.";
            return new SubscriptionStart(null, [GraphQLError.At(Message, operation.Node)]);
        }

        var given = context();
        if (_events.Afford(cost, given) is { } refusal)
        {
            return new SubscriptionStart(null, [refusal]);
        }

        var denied = OperationRunner.Deny(plan, given);
        var request = new ExecutionRequest(given, values, plan, denied, options, cancellationToken);
        var branch = new ExecutionBranch(request);
        // It writes nothing: it is the context of the source stream and knows where its errors belong.
        branch.Dispose();
        branch.EnterField(source.Field.ResponseName);
        if (await SubscribeAsync(source, branch) is not { } events)
        {
            return new SubscriptionStart(null, branch.Errors!);
        }

        var run = new EventRun(_events, operation, plan, values, context, cancellationToken);
        return new SubscriptionStart(new ResponseStream(events, run, source.Field, branch), []);
    }

    /// <returns>Null where the caller is refused or the resolver failed; the branch has the error.</returns>
    private static async Task<EventReader?> SubscribeAsync(SourcePlan source, ExecutionBranch branch)
    {
        branch.CancellationToken.ThrowIfCancellationRequested();
        if (
            branch.Shared.Denied is { } denied
            && source.Checks.Select(check => denied[check]).FirstOrDefault(error => error is not null) is { } refusal
        )
        {
            branch.AddError(refusal.Message, source.Field.Locations, refusal.Code);
            return null;
        }

        try
        {
            return await source.SubscribeAsync(branch);
        }
        catch (Exception exception) when (branch.IsFieldError(exception))
        {
            branch.AddFailure(exception, source.Field);
            return null;
        }
    }

    private static ExecutorOptions OfEvents(ExecutorOptions options) =>
        options with
        {
            Limits = options.Limits with { MaxResultBytes = options.Limits.MaxEventBytes },
        };
}
