namespace RegionalNetwork.GraphQL.Binding;

/// <summary>
/// The source streams of the fields of the subscription type. Each event of a stream becomes one response, in which the event is
/// the field's value.
/// </summary>
/// <remarks>
/// A stream is asked for its next event only when the response to the one before has been taken, so that a slow client costs no
/// memory. Its context stays valid until the stream is disposed, which happens as soon as the subscription ends; the context's
/// token is cancelled before. What a resolver throws before it gives the stream is a request error; what the stream throws ends
/// the subscription. <see cref="GraphQLFieldException"/> says what the client may know.
/// </remarks>
public sealed class SubscriptionResolvers
{
    private readonly ObjectResolvers<object> _fields;

    internal SubscriptionResolvers(ObjectResolvers<object> fields)
    {
        _fields = fields;
    }

    public SubscriptionResolvers Field<TEvent>(string name, Func<ResolverContext, IAsyncEnumerable<TEvent>> subscribe)
        where TEvent : notnull =>
        Add(new SourceRegistration<TEvent>(name, null, (_, context) => Task.FromResult(subscribe(context))));

    public SubscriptionResolvers Field<TArguments, TEvent>(
        string name,
        Func<TArguments, ResolverContext, IAsyncEnumerable<TEvent>> subscribe
    )
        where TArguments : class
        where TEvent : notnull =>
        Add(
            new SourceRegistration<TEvent>(
                name,
                typeof(TArguments),
                (arguments, context) => Task.FromResult(subscribe((TArguments)arguments!, context))
            )
        );

    public SubscriptionResolvers FieldAsync<TArguments, TEvent>(
        string name,
        Func<TArguments, ResolverContext, Task<IAsyncEnumerable<TEvent>>> subscribe
    )
        where TArguments : class
        where TEvent : notnull =>
        Add(
            new SourceRegistration<TEvent>(
                name,
                typeof(TArguments),
                (arguments, context) => subscribe((TArguments)arguments!, context)
            )
        );

    private SubscriptionResolvers Add(FieldRegistration<object> field)
    {
        _fields.Add(field);
        return this;
    }
}
