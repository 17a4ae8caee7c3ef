using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.TypeSystem.Scalars;

namespace RegionalNetwork.GraphQL.Binding;

/// <summary>
/// Which C# answers which field: filled by the features of an application, then bound to the schema by
/// <see cref="SchemaBinder"/>, which checks it. A type or root may be named by several features: their fields add up.
/// </summary>
/// <remarks>
/// Not named here because they are found by themselves: a field that a property of the same name answers, the C# enum of an
/// enum type (<c>InProgress</c> is <c>IN_PROGRESS</c>), the record of an input object or of a field's arguments (constructor
/// parameters by name), the object type of an interface's or union's value (by its C# type).
/// </remarks>
public sealed class ResolverMap
{
    private readonly Dictionary<string, IScalarCoercion> _scalars = new(StringComparer.Ordinal);

    /// <summary>For the builder of the schema: validation needs them as well.</summary>
    public IReadOnlyDictionary<string, IScalarCoercion> Scalars => _scalars;

    internal List<ObjectRegistration> Objects { get; } = [];

    internal ObjectResolvers<object> QueryFields { get; } = new();

    internal ObjectResolvers<object> MutationFields { get; } = new();

    internal ObjectResolvers<object> SubscriptionFields { get; } = new();

    internal Dictionary<string, Type> ScalarTypes { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Delegate> TypeNames { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, FieldPolicy> Policies { get; } = new(StringComparer.Ordinal);

    /// <summary>Values of the object type are <typeparamref name="T"/> and its properties answer all fields.</summary>
    public ResolverMap Object<T>(string typeName)
        where T : notnull => Object<T>(typeName, static _ => { });

    /// <summary>Values of the object type are <typeparamref name="T"/>.</summary>
    public ResolverMap Object<T>(string typeName, Action<ObjectResolvers<T>> fields)
        where T : notnull
    {
        var resolvers = new ObjectResolvers<T>();
        fields(resolvers);
        Objects.Add(new ObjectRegistration<T>(typeName, resolvers));
        return this;
    }

    public ResolverMap Query(Action<RootResolvers> fields)
    {
        fields(new RootResolvers(QueryFields));
        return this;
    }

    public ResolverMap Mutation(Action<RootResolvers> fields)
    {
        fields(new RootResolvers(MutationFields));
        return this;
    }

    public ResolverMap Subscription(Action<SubscriptionResolvers> fields)
    {
        fields(new SubscriptionResolvers(SubscriptionFields));
        return this;
    }

    /// <summary>Values of the custom scalar are <typeparamref name="T"/>.</summary>
    public ResolverMap Scalar<T>(string typeName, IScalarCoercion<T> coercion)
        where T : notnull
    {
        _scalars[typeName] = coercion;
        ScalarTypes[typeName] = typeof(T);
        return this;
    }

    /// <summary>A custom scalar that only directives' arguments have, so that no C# ever meets a value: anything passes.</summary>
    public ResolverMap Scalar(string typeName)
    {
        _scalars[typeName] = PassThroughCoercion.Instance;
        return this;
    }

    /// <summary>Names the object type of an interface's or union's value where the C# type does not tell.</summary>
    public ResolverMap Abstract<T>(string typeName, Func<T, string?> objectTypeName)
        where T : class
    {
        TypeNames[typeName] = objectTypeName;
        return this;
    }

    /// <inheritdoc cref="Abstract{T}(string, Func{T, string})"/>
    public ResolverMap Abstract<T>(string typeName, Func<T, ResolverContext, string?> objectTypeName)
        where T : class
    {
        TypeNames[typeName] = objectTypeName;
        return this;
    }

    /// <summary>
    /// Gives a directive of the schema its meaning. It holds for the field that it stands on, for the same field of all types
    /// that implement an interface where it stands on that interface's field, and for all fields of a type that it stands on.
    /// </summary>
    public ResolverMap Directive(string directiveName, FieldPolicy policy)
    {
        Policies[directiveName] = policy;
        return this;
    }
}
