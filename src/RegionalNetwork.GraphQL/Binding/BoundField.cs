using RegionalNetwork.GraphQL.Binding.Inputs;
using RegionalNetwork.GraphQL.Binding.Outputs;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Binding;

/// <summary>A field of the schema with all that is needed to answer it.</summary>
/// <param name="Arguments">Null where the resolver takes none.</param>
internal sealed record FieldBinding(Field Field, InputReader? Arguments, IReadOnlyList<FieldCheck> Checks);

/// <summary>A field of an object type whose C# type is <typeparamref name="TParent"/>.</summary>
internal abstract class BoundField<TParent>(FieldBinding binding)
{
    public FieldBinding Binding { get; } = binding;

    public Field Definition => Binding.Field;

    public abstract TResult Accept<TResult>(IFieldVisitor<TParent, TResult> visitor);
}

/// <summary>Recovers the value's type, so that a plan can be built without reflection.</summary>
internal interface IFieldVisitor<TParent, out TResult>
{
    TResult Visit<TValue>(GetterField<TParent, TValue> field);

    TResult Visit<TValue>(ResolverField<TParent, TValue> field);

    TResult Visit<TValue>(AsyncField<TParent, TValue> field);
}

/// <summary>Needs the parent only.</summary>
internal sealed class GetterField<TParent, TValue>(
    FieldBinding binding,
    Func<TParent, TValue> get,
    ValueShape<TValue> shape
) : BoundField<TParent>(binding)
{
    public Func<TParent, TValue> Get { get; } = get;

    public ValueShape<TValue> Shape { get; } = shape;

    public override TResult Accept<TResult>(IFieldVisitor<TParent, TResult> visitor) => visitor.Visit(this);
}

internal sealed class ResolverField<TParent, TValue>(
    FieldBinding binding,
    Func<TParent, object?, ResolverContext, TValue> resolve,
    ValueShape<TValue> shape
) : BoundField<TParent>(binding)
{
    public Func<TParent, object?, ResolverContext, TValue> Resolve { get; } = resolve;

    public ValueShape<TValue> Shape { get; } = shape;

    public override TResult Accept<TResult>(IFieldVisitor<TParent, TResult> visitor) => visitor.Visit(this);
}

internal sealed class AsyncField<TParent, TValue>(
    FieldBinding binding,
    Func<TParent, object?, ResolverContext, Task<TValue>> resolve,
    ValueShape<TValue> shape
) : BoundField<TParent>(binding)
{
    public Func<TParent, object?, ResolverContext, Task<TValue>> Resolve { get; } = resolve;

    public ValueShape<TValue> Shape { get; } = shape;

    public override TResult Accept<TResult>(IFieldVisitor<TParent, TResult> visitor) => visitor.Visit(this);
}
