using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>
/// Every field that a caller can ask for, each with the shortest way to it: found in the schema, so that a new field is asked for
/// without anybody adding it anywhere.
/// </summary>
internal static class SchemaPaths
{
    /// <summary>A way through one of these says less: it is taken only where there is no other.</summary>
    private static readonly string[] LastResorts = ["viewer", "node", "nodes", "_entities"];

    /// <summary>Every field of every object type that can be reached from the query type.</summary>
    public static IReadOnlyList<MatrixQuestion> Queries(Schema schema)
    {
        var ways = new OrderedDictionary<ObjectType, IReadOnlyList<SchemaStep>> { [schema.QueryType!] = [] };
        Walk(
            schema,
            ways,
            step => step.Owner == schema.QueryType ? !LastResorts.Contains(step.Field.Name) : !IsGuarded(step.Field)
        );
        Walk(schema, ways, _ => true);
        return
        [
            .. ways.SelectMany(way =>
                way.Key.Fields.Values.Select(field => new MatrixQuestion(
                    OperationKind.Query,
                    [.. way.Value, new SchemaStep(way.Key, field, null)]
                ))
            ),
        ];
    }

    /// <summary>Every field of the mutation or subscription type, with all that its payload says of itself.</summary>
    public static IReadOnlyList<MatrixQuestion> RootFields(ObjectType root, OperationKind kind) =>
        [.. root.Fields.Values.Select(field => new MatrixQuestion(kind, [new SchemaStep(root, field, null)]))];

    /// <summary>Everything of a type that takes no arguments, down to the leaves of what is inside; empty for a leaf.</summary>
    /// <param name="levels">How many objects deep.</param>
    public static string SelectionOf(NamedType type, int levels) =>
        type switch
        {
            FieldsType fields and ObjectType =>
                $"{{ {string.Join(' ', FieldsOf(fields, levels).Prepend("__typename"))} }}",
            InterfaceType face => $"{{ {string.Join(' ', FieldsOf(face, levels).Prepend("__typename"))} }}",
            UnionType => "{ __typename }",
            _ => "",
        };

    /// <summary>A field with a directive is asked for by itself: refused, it would take what stands beside it along.</summary>
    private static IEnumerable<string> FieldsOf(FieldsType type, int levels) =>
        from field in type.Fields.Values
        where field.Arguments.Values.All(argument => !argument.IsRequired) && !IsGuarded(field)
        let isLeaf = field.Type.Named is ScalarType or EnumType
        where isLeaf || levels > 1
        select isLeaf ? field.Name : $"{field.Name} {SelectionOf(field.Type.Named, levels - 1)}";

    public static bool IsGuarded(Field field) =>
        field.Node?.Directives.Any(directive => directive.Name.Value is "authenticated" or "requires") == true;

    private static void Walk(
        Schema schema,
        OrderedDictionary<ObjectType, IReadOnlyList<SchemaStep>> ways,
        Func<SchemaStep, bool> isTaken
    )
    {
        // It grows while it is walked: breadth first.
        for (var i = 0; i < ways.Count; i++)
        {
            var (type, way) = ways.GetAt(i);
            foreach (
                var step in type
                    .Fields.Values.SelectMany(field =>
                        ObjectTypesOf(schema, field.Type.Named).Select(to => new SchemaStep(type, field, to))
                    )
                    .Where(isTaken)
            )
            {
                ways.TryAdd(step.To!, [.. way, step]);
            }
        }
    }

    private static IEnumerable<ObjectType> ObjectTypesOf(Schema schema, NamedType type) =>
        type is ScalarType or EnumType ? [] : schema.PossibleTypes(type);
}
