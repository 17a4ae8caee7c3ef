using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Execution.Inputs;

internal static class InputTypes
{
    /// <returns>Null where the schema has no such input type.</returns>
    public static GraphQLType? Find(Schema schema, TypeNode node) =>
        node switch
        {
            NonNullTypeNode nonNull => Find(schema, nonNull.Type) is { } type ? new NonNullType(type) : null,
            ListTypeNode list => Find(schema, list.Type) is { } type ? new ListType(type) : null,
            NamedTypeNode named => schema.Types.GetValueOrDefault(named.Name.Value) switch
            {
                ScalarType or EnumType or InputObjectType => schema.Types[named.Name.Value],
                _ => null,
            },
            _ => null,
        };
}
