namespace RegionalNetwork.GraphQL.TypeSystem.BuiltIn;

/// <summary>Names that the specification gives a meaning to.</summary>
public static class BuiltInNames
{
    private static readonly HashSet<string> Scalars = NamesOf(
        BuiltInDefinitions.ScalarNodes.Select(node => node.Name.Value)
    );

    private static readonly HashSet<string> Directives = NamesOf(
        BuiltInDefinitions.DirectiveNodes.Select(node => node.Name.Value)
    );

    public static bool IsScalar(string name) => Scalars.Contains(name);

    public static bool IsDirective(string name) => Directives.Contains(name);

    /// <summary>Whether the name is kept for introspection. https://spec.graphql.org/September2025/#sec-Names.Reserved-Names</summary>
    public static bool IsReserved(string name) => name.StartsWith("__", StringComparison.Ordinal);

    private static HashSet<string> NamesOf(IEnumerable<string> names) => new(names, StringComparer.Ordinal);
}
