using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Validation;

/// <summary>
/// The fields that no type definition lists: https://spec.graphql.org/September2025/#sec-Introspection.
/// <c>__typename</c> is on every composite type, <c>__schema</c> and <c>__type</c> on the query root only.
/// </summary>
internal static class MetaFields
{
    public static Field? Of(Schema schema, NamedType parent, string name) =>
        name switch
        {
            "__typename" when schema.Types.GetValueOrDefault("String") is { } text => Create(name, NonNull(text), []),
            "__schema" when IsQueryRoot(schema, parent) && Introspected(schema, "__Schema") is { } type => Create(
                name,
                NonNull(type),
                []
            ),
            "__type" when IsQueryRoot(schema, parent) && Introspected(schema, "__Type") is { } type => Create(
                name,
                type,
                new(StringComparer.Ordinal) { ["name"] = NameArgument(schema) }
            ),
            _ => null,
        };

    private static bool IsQueryRoot(Schema schema, NamedType parent) => ReferenceEquals(parent, schema.QueryType);

    private static NamedType? Introspected(Schema schema, string name) => schema.Types.GetValueOrDefault(name);

    private static InputValue NameArgument(Schema schema) =>
        new("name", null, NonNull(schema.Types["String"]), null, null, null);

    private static NonNullType NonNull(NamedType type) => new(type);

    private static Field Create(string name, GraphQLType type, OrderedDictionary<string, InputValue> arguments) =>
        new(name, null, type, arguments, null, null);
}
