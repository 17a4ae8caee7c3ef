namespace RegionalNetwork.GraphQL.Binding;

/// <summary>An argument or input field that tells "not given" from "given as null". <c>default</c> is not given.</summary>
public readonly record struct Optional<T>(T Value)
{
    private readonly bool _isGiven = true;

    public bool IsGiven => _isGiven;

    /// <summary>The value, or <paramref name="fallback"/> where none was given.</summary>
    public T Or(T fallback) => _isGiven ? Value : fallback;
}
