namespace RegionalNetwork.GraphQL.Binding;

/// <summary>The resolvers of an object type's fields. The last one given for a name counts.</summary>
public sealed class ObjectResolvers<T>
{
    internal Dictionary<string, FieldRegistration<T>> Fields { get; } = new(StringComparer.Ordinal);

    public ObjectResolvers<T> Field<TValue>(string name, Func<T, TValue> resolve) =>
        Add(new GetterRegistration<T, TValue>(name, resolve));

    public ObjectResolvers<T> Field<TValue>(string name, Func<T, ResolverContext, TValue> resolve) =>
        Add(new ResolverRegistration<T, TValue>(name, null, (parent, _, context) => resolve(parent, context)));

    public ObjectResolvers<T> Field<TArguments, TValue>(
        string name,
        Func<T, TArguments, ResolverContext, TValue> resolve
    )
        where TArguments : class =>
        Add(
            new ResolverRegistration<T, TValue>(
                name,
                typeof(TArguments),
                (parent, arguments, context) => resolve(parent, (TArguments)arguments!, context)
            )
        );

    public ObjectResolvers<T> FieldAsync<TValue>(string name, Func<T, ResolverContext, Task<TValue>> resolve) =>
        Add(new AsyncRegistration<T, TValue>(name, null, (parent, _, context) => resolve(parent, context)));

    public ObjectResolvers<T> FieldAsync<TArguments, TValue>(
        string name,
        Func<T, TArguments, ResolverContext, Task<TValue>> resolve
    )
        where TArguments : class =>
        Add(
            new AsyncRegistration<T, TValue>(
                name,
                typeof(TArguments),
                (parent, arguments, context) => resolve(parent, (TArguments)arguments!, context)
            )
        );

    internal ObjectResolvers<T> Add(FieldRegistration<T> field)
    {
        Fields[field.Name] = field;
        return this;
    }
}
