namespace RegionalNetwork.GraphQL.Binding;

/// <summary>The resolvers of the fields of the query or mutation type, which have no parent.</summary>
public sealed class RootResolvers
{
    private readonly ObjectResolvers<object> _fields;

    internal RootResolvers(ObjectResolvers<object> fields)
    {
        _fields = fields;
    }

    public RootResolvers Field<TValue>(string name, Func<ResolverContext, TValue> resolve) =>
        Add(new ResolverRegistration<object, TValue>(name, null, (_, _, context) => resolve(context)));

    public RootResolvers Field<TArguments, TValue>(string name, Func<TArguments, ResolverContext, TValue> resolve)
        where TArguments : class =>
        Add(
            new ResolverRegistration<object, TValue>(
                name,
                typeof(TArguments),
                (_, arguments, context) => resolve((TArguments)arguments!, context)
            )
        );

    public RootResolvers FieldAsync<TValue>(string name, Func<ResolverContext, Task<TValue>> resolve) =>
        Add(new AsyncRegistration<object, TValue>(name, null, (_, _, context) => resolve(context)));

    public RootResolvers FieldAsync<TArguments, TValue>(
        string name,
        Func<TArguments, ResolverContext, Task<TValue>> resolve
    )
        where TArguments : class =>
        Add(
            new AsyncRegistration<object, TValue>(
                name,
                typeof(TArguments),
                (_, arguments, context) => resolve((TArguments)arguments!, context)
            )
        );

    private RootResolvers Add(FieldRegistration<object> field)
    {
        _fields.Add(field);
        return this;
    }
}
