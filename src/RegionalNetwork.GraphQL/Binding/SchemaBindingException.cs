using RegionalNetwork.GraphQL.Language;

namespace RegionalNetwork.GraphQL.Binding;

/// <summary>A place where the schema and the resolvers disagree.</summary>
/// <param name="SourceName">The SDL file; null where the fault is in the registrations alone.</param>
public sealed record BindingError(string Message, string? SourceName, SourceLocation? Location)
{
    public override string ToString() =>
        Location is { } at ? $"{SourceName}:{at.Line}:{at.Column}: {Message}" : Message;
}

/// <summary>The schema and the resolvers disagree: every place, not only the first.</summary>
public sealed class SchemaBindingException(IReadOnlyList<BindingError> errors)
    : Exception(
        $"The schema and its resolvers disagree in {errors.Count} place(s):{Environment.NewLine}"
            + string.Join(Environment.NewLine, errors)
    )
{
    public IReadOnlyList<BindingError> Errors { get; } = errors;
}
