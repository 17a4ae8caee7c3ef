namespace RegionalNetwork.GraphQL.TypeSystem.BuiltIn;

/// <summary>
/// Fields that can be selected though no type lists them. https://spec.graphql.org/September2025/#sec-Type-Name-Introspection
/// and #sec-Schema-Introspection
/// </summary>
public sealed class MetaFields
{
    private const string TypenameName = "__typename";

    internal MetaFields(OrderedDictionary<string, NamedType> types)
    {
        var name = new InputValue("name", null, new NonNullType(types["String"]), null, null, null);
        Typename = Field(TypenameName, "The name of the object type.", new NonNullType(types["String"]));
        Schema = Field("__schema", "The schema of the service.", new NonNullType(types["__Schema"]));
        Type = Field("__type", "The type of this name, if the schema has it.", types["__Type"], name);
    }

    /// <summary><c>__typename</c>, on every composite type.</summary>
    public Field Typename { get; }

    /// <summary><c>__schema</c>, on the query root type.</summary>
    public Field Schema { get; }

    /// <summary><c>__type(name:)</c>, on the query root type.</summary>
    public Field Type { get; }

    private static Field Field(string name, string description, GraphQLType type, params InputValue[] arguments)
    {
        var byName = new OrderedDictionary<string, InputValue>(StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            byName.Add(argument.Name, argument);
        }

        return new Field(name, description, type, byName, null, null);
    }
}
