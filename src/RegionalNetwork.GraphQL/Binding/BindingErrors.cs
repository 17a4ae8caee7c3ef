using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Binding;

/// <summary>Collects what does not fit, so that all of it is told at once.</summary>
internal sealed class BindingErrors
{
    private readonly List<BindingError> _errors = [];

    public void Report(string message, Node? node) =>
        _errors.Add(new BindingError(message, node?.Span.Source.Name, node?.Span.Location));

    /// <summary>Where the type is first written.</summary>
    public void Report(string message, NamedType type) => Report(message, First(type));

    public void Report(string message) => Report(message, (Node?)null);

    public static Node? First(NamedType type) => type.Nodes is [var node, ..] ? node : null;

    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new SchemaBindingException([
                .. _errors
                    .OrderBy(error => error.SourceName, StringComparer.Ordinal)
                    .ThenBy(error => error.Location?.Line)
                    .ThenBy(error => error.Location?.Column),
            ]);
        }
    }
}
