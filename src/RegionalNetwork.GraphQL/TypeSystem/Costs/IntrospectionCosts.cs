namespace RegionalNetwork.GraphQL.TypeSystem.Costs;

/// <summary>
/// Costs of the introspection types, which no schema writes and so cannot weigh. Their lists are as long as this schema's are on
/// average: most types have few fields, and an upper bound for each list would make the usual introspection query unaffordable.
/// </summary>
internal sealed class IntrospectionCosts
{
    /// <summary>A type, a field or an argument is read from memory and takes a line: a tenth of an object.</summary>
    private const double ObjectWeight = 0.1;

    private readonly Dictionary<string, int> _items;

    public IntrospectionCosts(Schema schema)
    {
        var types = schema.Types.Values.ToList();
        var fields = types.OfType<FieldsType>().SelectMany(type => type.Fields.Values).ToList();
        _items = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["types"] = types.Count,
            ["directives"] = schema.Directives.Count,
            ["fields"] = Average(fields.Count, types.Count),
            ["args"] = Average(fields.Sum(field => field.Arguments.Count), fields.Count),
            ["interfaces"] = Average(types.OfType<FieldsType>().Sum(type => type.Interfaces.Count), types.Count),
            ["possibleTypes"] = Average(types.Sum(type => PossibleTypes(schema, type)), types.Count),
            ["enumValues"] = Average(types.OfType<EnumType>().Sum(type => type.Values.Count), types.Count),
            ["inputFields"] = Average(types.OfType<InputObjectType>().Sum(type => type.Fields.Count), types.Count),
        };
    }

    public static bool Covers(NamedType type) => type.Name.StartsWith("__", StringComparison.Ordinal);

    public static double TypeWeight(NamedType type) => type is ObjectType ? ObjectWeight : 0;

    public FieldCost Field(Field field) =>
        new(0, _items.TryGetValue(field.Name, out var items) ? new ListSize(items, [], [], false) : null);

    private static int PossibleTypes(Schema schema, NamedType type) =>
        type is InterfaceType or UnionType ? schema.PossibleTypes(type).Count : 0;

    /// <summary>Rounded up.</summary>
    private static int Average(int sum, int count) => count == 0 ? 0 : (sum + count - 1) / count;
}
