using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.BuiltIn;

namespace RegionalNetwork.GraphQL.TypeSystem;

/// <summary>
/// A type system, built once by <c>SchemaBuilder</c> and never changed after. https://spec.graphql.org/September2025/#sec-Schema
/// </summary>
/// <param name="types">By name, in order of definition, introspection and built-in scalar types in use included.</param>
public sealed class Schema(
    string? description,
    ObjectType? queryType,
    ObjectType? mutationType,
    ObjectType? subscriptionType,
    OrderedDictionary<string, NamedType> types,
    OrderedDictionary<string, Directive> directives,
    IReadOnlyList<SchemaNode> nodes
)
{
    private readonly Dictionary<string, ObjectType[]> _possibleTypes = FindPossibleTypes(types.Values);

    public string? Description { get; } = description;

    public MetaFields MetaFields { get; } = new(types);

    public ObjectType? QueryType { get; } = queryType;

    public ObjectType? MutationType { get; } = mutationType;

    public ObjectType? SubscriptionType { get; } = subscriptionType;

    public OrderedDictionary<string, NamedType> Types { get; } = types;

    public OrderedDictionary<string, Directive> Directives { get; } = directives;

    /// <summary>The <c>schema</c> definition, if written, and its extensions.</summary>
    public IReadOnlyList<SchemaNode> Nodes { get; } = nodes;

    public ObjectType? RootType(OperationKind operation) =>
        operation switch
        {
            OperationKind.Query => QueryType,
            OperationKind.Mutation => MutationType,
            _ => SubscriptionType,
        };

    /// <summary>The object types that a value of this composite type can have; the type itself for an object type.</summary>
    public IReadOnlyList<ObjectType> PossibleTypes(NamedType type) =>
        type is ObjectType self ? [self] : _possibleTypes.GetValueOrDefault(type.Name, []);

    /// <summary>Whether <paramref name="type"/> is, or implements, or is a member of, <paramref name="superType"/>.</summary>
    public static bool IsSubType(NamedType superType, NamedType type) =>
        ReferenceEquals(superType, type)
        || superType switch
        {
            UnionType union => type is ObjectType member && union.Members.Contains(member),
            InterfaceType face => type is FieldsType implementer && implementer.Interfaces.Contains(face),
            _ => false,
        };

    private static Dictionary<string, ObjectType[]> FindPossibleTypes(IEnumerable<NamedType> types)
    {
        var all = types.ToList();
        var possible = all.OfType<UnionType>()
            .ToDictionary(union => union.Name, union => union.Members.ToArray(), StringComparer.Ordinal);
        foreach (var face in all.OfType<InterfaceType>())
        {
            possible[face.Name] = [.. all.OfType<ObjectType>().Where(type => type.Interfaces.Contains(face))];
        }

        return possible;
    }
}
