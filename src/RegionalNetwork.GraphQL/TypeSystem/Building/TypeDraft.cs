using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.TypeSystem.Building;

/// <summary>A type as its sources write it: a definition and its extensions, not yet known to be right.</summary>
internal sealed class TypeDraft(string name, bool isBuiltIn)
{
    public string Name { get; } = name;

    public bool IsBuiltIn { get; } = isBuiltIn;

    /// <summary>In order of appearance; of several definitions of one name, only the first is here.</summary>
    public List<TypeDefinitionNode> Nodes { get; } = [];

    public TypeDefinitionNode? Definition => Nodes.Find(node => !node.IsExtension);

    /// <summary>The node that decides the kind of the type.</summary>
    public TypeDefinitionNode Main => Definition ?? Nodes[0];

    public bool IsInput => Main is ScalarTypeNode or EnumTypeNode or InputObjectTypeNode;

    public bool IsOutput => Main is not InputObjectTypeNode;

    public IEnumerable<FieldDefinitionNode> Fields => Nodes.SelectMany(TypeParts.Fields);

    public IEnumerable<NamedTypeNode> Interfaces => Nodes.SelectMany(TypeParts.Interfaces);

    public IEnumerable<NamedTypeNode> UnionMembers => Nodes.OfType<UnionTypeNode>().SelectMany(node => node.Types);

    public IEnumerable<EnumValueDefinitionNode> EnumValues =>
        Nodes.OfType<EnumTypeNode>().SelectMany(node => node.Values);

    public IEnumerable<InputValueNode> InputFields =>
        Nodes.OfType<InputObjectTypeNode>().SelectMany(node => node.Fields);

    public IEnumerable<DirectiveNode> Directives => Nodes.SelectMany(node => node.Directives);

    public bool IsOneOf => Main is InputObjectTypeNode && Directives.Any(TypeParts.IsOneOf);
}
