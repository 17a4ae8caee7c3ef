namespace RegionalNetwork.GraphQL.Binding;

/// <summary>The resolvers of the fields of the query or mutation type, which have no parent.</summary>
public sealed class RootResolvers
{
    private readonly ObjectResolvers<Root> _fields;

    internal RootResolvers(ObjectResolvers<Root> fields)
    {
        _fields = fields;
    }

    public RootResolvers Field<TValue>(string name, Func<ResolverContext, TValue> resolve) =>
        Add(new ResolverRegistration<Root, TValue>(name, null, (_, _, context) => resolve(context)));

    public RootResolvers Field<TArguments, TValue>(string name, Func<TArguments, ResolverContext, TValue> resolve)
        where TArguments : class =>
        Add(
            new ResolverRegistration<Root, TValue>(
                name,
                typeof(TArguments),
                (_, arguments, context) => resolve((TArguments)arguments!, context)
            )
        );

    public RootResolvers FieldAsync<TValue>(string name, Func<ResolverContext, Task<TValue>> resolve) =>
        Add(new AsyncRegistration<Root, TValue>(name, null, (_, _, context) => resolve(context)));

    public RootResolvers FieldAsync<TArguments, TValue>(
        string name,
        Func<TArguments, ResolverContext, Task<TValue>> resolve
    )
        where TArguments : class =>
        Add(
            new AsyncRegistration<Root, TValue>(
                name,
                typeof(TArguments),
                (_, arguments, context) => resolve((TArguments)arguments!, context)
            )
        );

    private RootResolvers Add(FieldRegistration<Root> field)
    {
        _fields.Add(field);
        return this;
    }
}
