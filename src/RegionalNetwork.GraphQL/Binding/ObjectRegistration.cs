using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Binding;

/// <summary>An object type's resolvers as they were given.</summary>
internal abstract class ObjectRegistration(string typeName, Type clrType)
{
    public string TypeName { get; } = typeName;

    public Type ClrType { get; } = clrType;

    /// <summary>Adds the fields of another registration of the same type.</summary>
    public abstract void Merge(ObjectRegistration other);

    public abstract BoundObject Bind(ObjectType type, FieldBinder binder);
}

internal sealed class ObjectRegistration<T>(string typeName, ObjectResolvers<T> resolvers)
    : ObjectRegistration(typeName, typeof(T))
{
    public override void Merge(ObjectRegistration other)
    {
        foreach (var field in ((ObjectRegistration<T>)other).Fields.Values)
        {
            resolvers.Add(field);
        }
    }

    private Dictionary<string, FieldRegistration<T>> Fields => resolvers.Fields;

    public override BoundObject Bind(ObjectType type, FieldBinder binder)
    {
        var bound = new BoundObject<T>(type);
        foreach (var field in type.Fields.Values)
        {
            var registration = Fields.GetValueOrDefault(field.Name) ?? PropertyRegistration.Find<T>(field.Name);
            if (registration is null)
            {
                binder.ReportMissing(type, field, ClrType, Fields.Keys);
            }
            else if (binder.Bind(type, field, registration) is { } boundField)
            {
                bound.Fields.Add(field.Name, boundField);
            }
        }

        foreach (var name in Fields.Keys.Where(name => !type.Fields.ContainsKey(name)))
        {
            binder.ReportUnknown(type, name);
        }

        return bound;
    }
}
