using RegionalNetwork.GraphQL.Binding.Outputs;

namespace RegionalNetwork.GraphQL.Binding;

/// <summary>A field of the subscription type: it has a source stream, and each event of that is one value of the field.</summary>
internal abstract class SourceField(FieldBinding binding) : BoundField<object>(binding)
{
    public abstract TResult Accept<TResult>(ISourceVisitor<TResult> visitor);
}

/// <summary>Recovers the event's type.</summary>
internal interface ISourceVisitor<out TResult>
{
    TResult Visit<TEvent>(SourceField<TEvent> field)
        where TEvent : notnull;
}

/// <param name="subscribe">Arguments and context to the source stream.</param>
internal sealed class SourceField<TEvent>(
    FieldBinding binding,
    Func<object?, ResolverContext, Task<IAsyncEnumerable<TEvent>>> subscribe,
    ValueShape<TEvent> shape
) : SourceField(binding)
    where TEvent : notnull
{
    public Func<object?, ResolverContext, Task<IAsyncEnumerable<TEvent>>> Subscribe { get; } = subscribe;

    /// <summary>To execute an event, which is the root value: the field's value is the event itself.</summary>
    public override TResult Accept<TResult>(IFieldVisitor<object, TResult> visitor) =>
        visitor.Visit(new GetterField<object, TEvent>(Binding, static happened => (TEvent)happened, shape));

    public override TResult Accept<TResult>(ISourceVisitor<TResult> visitor) => visitor.Visit(this);
}

internal sealed class SourceRegistration<TEvent>(
    string name,
    Type? argumentsType,
    Func<object?, ResolverContext, Task<IAsyncEnumerable<TEvent>>> subscribe
) : FieldRegistration<object>(name, argumentsType)
    where TEvent : notnull
{
    public override BoundField<object>? Bind(FieldBinding binding, ShapeBuilder shapes) =>
        shapes.Build<TEvent>(binding.Field) is { } shape ? new SourceField<TEvent>(binding, subscribe, shape) : null;
}
