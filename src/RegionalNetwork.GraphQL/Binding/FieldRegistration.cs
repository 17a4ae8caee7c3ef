namespace RegionalNetwork.GraphQL.Binding;

/// <summary>A resolver as it was given, before it has met the schema.</summary>
/// <param name="argumentsType">The record that takes the field's arguments; null for none.</param>
internal abstract class FieldRegistration<TParent>(string name, Type? argumentsType)
{
    public string Name { get; } = name;

    public Type? ArgumentsType { get; } = argumentsType;

    /// <returns>Null where the value's type does not fit; the fault has been reported.</returns>
    public abstract BoundField<TParent>? Bind(FieldBinding binding, ShapeBuilder shapes);
}

internal sealed class GetterRegistration<TParent, TValue>(string name, Func<TParent, TValue> get)
    : FieldRegistration<TParent>(name, null)
{
    public override BoundField<TParent>? Bind(FieldBinding binding, ShapeBuilder shapes) =>
        shapes.Build<TValue>(binding.Field) is { } shape ? new GetterField<TParent, TValue>(binding, get, shape) : null;
}

internal sealed class ResolverRegistration<TParent, TValue>(
    string name,
    Type? argumentsType,
    Func<TParent, object?, ResolverContext, TValue> resolve
) : FieldRegistration<TParent>(name, argumentsType)
{
    public override BoundField<TParent>? Bind(FieldBinding binding, ShapeBuilder shapes) =>
        shapes.Build<TValue>(binding.Field) is { } shape
            ? new ResolverField<TParent, TValue>(binding, resolve, shape)
            : null;
}

internal sealed class AsyncRegistration<TParent, TValue>(
    string name,
    Type? argumentsType,
    Func<TParent, object?, ResolverContext, Task<TValue>> resolve
) : FieldRegistration<TParent>(name, argumentsType)
{
    public override BoundField<TParent>? Bind(FieldBinding binding, ShapeBuilder shapes) =>
        shapes.Build<TValue>(binding.Field) is { } shape
            ? new AsyncField<TParent, TValue>(binding, resolve, shape)
            : null;
}
