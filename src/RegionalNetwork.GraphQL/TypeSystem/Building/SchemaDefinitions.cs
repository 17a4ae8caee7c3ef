using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.BuiltIn;

namespace RegionalNetwork.GraphQL.TypeSystem.Building;

/// <summary>
/// All definitions and extensions that a schema is to be made of, by what they define. Nothing here is known to be right: the
/// rules look at it before the types are made.
/// </summary>
internal sealed class SchemaDefinitions
{
    private readonly List<SchemaNode> _schemaNodes = [];

    /// <param name="existing">Of a schema that is being extended, and known to be right.</param>
    /// <param name="added">From the sources.</param>
    public SchemaDefinitions(IReadOnlyList<TypeSystemNode> existing, IReadOnlyList<TypeSystemNode> added)
    {
        Base = existing.Count == 0 ? null : new SchemaDefinitions([], existing);
        Added = added;
        foreach (var node in existing.Concat(added))
        {
            Add(node);
        }

        foreach (var node in BuiltInDefinitions.DirectiveNodes)
        {
            Directives.TryAdd(node.Name.Value, node);
        }

        foreach (var node in BuiltInDefinitions.ScalarNodes.Concat(BuiltInDefinitions.IntrospectionNodes))
        {
            AddBuiltIn(node);
        }
    }

    /// <summary>What is being extended; null where a schema is made anew.</summary>
    public SchemaDefinitions? Base { get; }

    public IReadOnlyList<TypeSystemNode> Added { get; }

    public IEnumerable<TypeDefinitionNode> AddedTypes => Added.OfType<TypeDefinitionNode>();

    /// <summary>Every directive that the added nodes apply, in the order of the text.</summary>
    public IEnumerable<DirectiveNode> AppliedDirectives =>
        Added.SelectMany(DirectiveSite.Of).SelectMany(site => site.Directives);

    /// <summary>Types by name in order of definition, the built-in ones after all others.</summary>
    public OrderedDictionary<string, TypeDraft> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Directives by name in order of definition; the built-in ones that no source defines come last.</summary>
    public OrderedDictionary<string, DirectiveDefinitionNode> Directives { get; } = new(StringComparer.Ordinal);

    /// <summary>The schema definition, if written, and its extensions.</summary>
    public IReadOnlyList<SchemaNode> SchemaNodes => _schemaNodes;

    public SchemaNode? SchemaDefinition => _schemaNodes.Find(node => !node.IsExtension);

    public TypeDraft? Find(NamedTypeNode name) => Types.GetValueOrDefault(name.Name.Value);

    public TypeDraft? Find(TypeNode type) => Find(TypeParts.NamedType(type));

    /// <summary>The type of that name, unless all there is of it is an extension.</summary>
    public TypeDraft? FindDefined(string name) =>
        Types.TryGetValue(name, out var draft) && draft.Definition is not null ? draft : null;

    /// <summary>
    /// The root type's name and the node that says so. Without a schema definition a type of the default name is the root.
    /// https://spec.graphql.org/September2025/#sec-Root-Operation-Types.Default-Root-Operation-Type-Names
    /// </summary>
    public (string Name, Node Node)? RootType(OperationKind operation)
    {
        var written = _schemaNodes
            .SelectMany(node => node.OperationTypes)
            .LastOrDefault(node => node.Operation == operation);
        if (written is not null)
        {
            return (written.Type.Name.Value, written.Type);
        }

        var defaultName = operation.ToString();
        return SchemaDefinition is null && Types.TryGetValue(defaultName, out var draft) && draft.Definition is { } node
            ? (defaultName, node)
            : null;
    }

    private void Add(TypeSystemNode node)
    {
        switch (node)
        {
            case SchemaNode schema:
                _schemaNodes.Add(schema);
                break;
            case DirectiveDefinitionNode directive:
                // Two of one name are a fault; what applies it is checked against the last, as the reference does.
                Directives[directive.Name.Value] = directive;
                break;
            case TypeDefinitionNode type:
                AddType(type);
                break;
        }
    }

    private void AddType(TypeDefinitionNode node)
    {
        var name = node.Name.Value;
        if (!Types.TryGetValue(name, out var draft))
        {
            draft = new TypeDraft(name, isBuiltIn: false);
            Types.Add(name, draft);
        }

        if (node.IsExtension || draft.Definition is null)
        {
            draft.Nodes.Add(node);
        }
    }

    private void AddBuiltIn(TypeDefinitionNode node)
    {
        var draft = new TypeDraft(node.Name.Value, isBuiltIn: true);
        draft.Nodes.Add(node);
        Types.TryAdd(draft.Name, draft);
    }
}
