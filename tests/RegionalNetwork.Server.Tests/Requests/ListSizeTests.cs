using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Tests.Requests;

/// <summary>Costs mean something only if the schema says how long its lists are.</summary>
public sealed class ListSizeTests
{
    [Fact]
    public void Every_list_of_objects_has_a_size()
    {
        var types = NetworkSchema.Bind().Schema.Types.Values.OfType<ObjectType>().Where(type => type.Nodes.Count > 0);
        var fields = types.Where(type => !type.Name.StartsWith('_')).SelectMany(Fields).ToList();
        var sizedByParent = fields.SelectMany(field => SizedInside(field.Field)).ToHashSet(StringComparer.Ordinal);
        var unsized = fields
            .Where(field => IsList(field.Field.Type) && field.Field.Type.Named is not (ScalarType or EnumType))
            .Where(field => ListSize(field.Field) is null)
            .Select(field => $"{field.Type}.{field.Field.Name}")
            .Except(sizedByParent);

        Assert.Equal([], unsized);
    }

    private static IEnumerable<(string Type, Field Field)> Fields(ObjectType type) =>
        type.Fields.Values.Select(field => (type.Name, field));

    private static IEnumerable<string> SizedInside(Field field) =>
        ListSize(field)?.Arguments.FirstOrDefault(argument => argument.Name.Value == "sizedFields")?.Value
            is ListValueNode names
            ? names.Values.OfType<StringValueNode>().Select(name => $"{field.Type.Named.Name}.{name.Value}")
            : [];

    private static DirectiveNode? ListSize(Field field) =>
        field.Node?.Directives.FirstOrDefault(directive => directive.Name.Value == "listSize");

    private static bool IsList(GraphQLType type) => type is ListType or NonNullType { OfType: ListType };
}
