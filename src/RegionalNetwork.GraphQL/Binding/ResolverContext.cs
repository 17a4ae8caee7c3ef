namespace RegionalNetwork.GraphQL.Binding;

/// <summary>What a resolver may know of the request that it answers, beside its parent and its arguments.</summary>
/// <remarks>
/// Valid while the resolver runs, and until its task ends; not to be kept. That of a source stream is valid until the stream is
/// disposed of.
/// </remarks>
public abstract class ResolverContext
{
    private protected ResolverContext() { }

    /// <summary>Where the field stands in the response: names (<see cref="string"/>) and list indexes (<see cref="int"/>).</summary>
    public abstract IReadOnlyList<object> Path { get; }

    /// <summary>Cancelled when nobody waits for the answer any more.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>The object that the caller of the executor passed for this request: its snapshot, identity, services.</summary>
    public abstract T Request<T>()
        where T : class;
}
