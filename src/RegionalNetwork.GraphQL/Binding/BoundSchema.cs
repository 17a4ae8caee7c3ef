using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.TypeSystem.Costs;

namespace RegionalNetwork.GraphQL.Binding;

/// <summary>A schema every field of which can be answered. Built by <see cref="SchemaBinder"/>; immutable.</summary>
public sealed class BoundSchema
{
    private readonly Dictionary<string, BoundObject> _objects;
    private readonly Dictionary<string, BoundField<object>> _metaFields;

    internal BoundSchema(
        Schema schema,
        Dictionary<string, BoundObject> objects,
        Dictionary<string, BoundField<object>> metaFields
    )
    {
        Schema = schema;
        Costs = new CostModel(schema);
        _objects = objects;
        _metaFields = metaFields;
    }

    public Schema Schema { get; }

    internal CostModel Costs { get; }

    internal BoundObject Object(ObjectType type) => _objects[type.Name];

    /// <summary>A field of a type, or a meta-field of the query type; null if it has none of that name.</summary>
    internal BoundField<T>? Field<T>(BoundObject<T> bound, string name) =>
        bound.Fields.TryGetValue(name, out var field) ? field
        : ReferenceEquals(bound.Type, Schema.QueryType) ? _metaFields.GetValueOrDefault(name) as BoundField<T>
        : null;
}

/// <summary>An object type with the C# type of its values.</summary>
internal abstract class BoundObject(ObjectType type, Type clrType)
{
    public ObjectType Type { get; } = type;

    public Type ClrType { get; } = clrType;

    public abstract TResult Accept<TResult>(IObjectVisitor<TResult> visitor);
}

internal interface IObjectVisitor<out TResult>
{
    TResult Visit<T>(BoundObject<T> bound);
}

internal sealed class BoundObject<T>(ObjectType type) : BoundObject(type, typeof(T))
{
    public Dictionary<string, BoundField<T>> Fields { get; } = new(StringComparer.Ordinal);

    public override TResult Accept<TResult>(IObjectVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>The parent of root fields, which have none: an object that says nothing.</summary>
internal static class Root
{
    public static readonly object Value = new();
}
