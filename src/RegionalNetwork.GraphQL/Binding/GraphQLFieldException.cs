namespace RegionalNetwork.GraphQL.Binding;

/// <summary>
/// Thrown by a resolver to make its field an error with this message, which goes to the client. Any other exception is a bug:
/// the client sees only "Internal error".
/// </summary>
/// <param name="code">Stable; goes out as <c>extensions.code</c>. Null leaves it out.</param>
public sealed class GraphQLFieldException(string message, string? code) : Exception(message)
{
    public string? Code { get; } = code;
}
