using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Execution.Compilation;
using RegionalNetwork.GraphQL.Execution.Plans;

namespace RegionalNetwork.GraphQL.Execution.Subscriptions;

/// <summary>https://spec.graphql.org/September2025/#ResolveFieldEventStream()</summary>
/// <param name="checks">Indexes into <see cref="ExecutionRequest.Denied"/>.</param>
internal abstract class SourcePlan(FieldUsage field, int[] checks)
{
    public FieldUsage Field { get; } = field;

    public int[] Checks { get; } = checks;

    /// <param name="branch">The resolver's context, for as long as the stream lives.</param>
    public abstract Task<EventReader> SubscribeAsync(ExecutionBranch branch);
}

internal sealed class SourcePlan<TEvent>(
    FieldUsage field,
    int[] checks,
    ArgumentPlan arguments,
    Func<object?, ResolverContext, Task<IAsyncEnumerable<TEvent>>> subscribe
) : SourcePlan(field, checks)
    where TEvent : notnull
{
    public override async Task<EventReader> SubscribeAsync(ExecutionBranch branch)
    {
        var stream = await subscribe(arguments.Get(branch.Shared), branch);
        return new EventReader<TEvent>(stream.GetAsyncEnumerator(branch.CancellationToken));
    }
}

/// <summary>Reads the events of a source stream, whatever their type.</summary>
internal abstract class EventReader : IAsyncDisposable
{
    public abstract object Current { get; }

    public abstract ValueTask<bool> MoveNextAsync();

    public abstract ValueTask DisposeAsync();
}

internal sealed class EventReader<TEvent>(IAsyncEnumerator<TEvent> events) : EventReader
    where TEvent : notnull
{
    public override object Current => events.Current;

    public override ValueTask<bool> MoveNextAsync() => events.MoveNextAsync();

    public override ValueTask DisposeAsync() => events.DisposeAsync();
}

internal sealed class SourceCompiler(PlanCompiler compiler, FieldUsage usage) : ISourceVisitor<SourcePlan>
{
    public SourcePlan Visit<TEvent>(SourceField<TEvent> field)
        where TEvent : notnull =>
        new SourcePlan<TEvent>(
            usage,
            compiler.Checks(field.Binding.Checks),
            compiler.Arguments(field.Binding, usage.Nodes[0]),
            field.Subscribe
        );
}
