using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Binding;

/// <summary>
/// A schema that answers for itself, with ordinary resolvers: https://spec.graphql.org/September2025/#sec-Schema-Introspection.
/// </summary>
internal static class IntrospectionResolvers
{
    public static IEnumerable<ObjectRegistration> Registrations(Schema schema) =>
        [
            Object<Schema>("__Schema", OfSchema),
            Object<GraphQLType>("__Type", type => OfType(type, schema)),
            Object<Field>("__Field", OfField),
            Object<InputValue>("__InputValue", OfInputValue),
            Object<EnumValue>("__EnumValue", OfEnumValue),
            Object<Directive>("__Directive", OfDirective),
        ];

    /// <summary>The meta-fields of the query type.</summary>
    public static IReadOnlyList<FieldRegistration<object>> RootFields(Schema schema)
    {
        var fields = new ObjectResolvers<object>();
        new RootResolvers(fields)
            .Field(schema.MetaFields.Schema.Name, _ => schema)
            .Field<TypeArguments, GraphQLType?>(
                schema.MetaFields.Type.Name,
                (arguments, _) => schema.Types.GetValueOrDefault(arguments.Name)
            );
        return [.. fields.Fields.Values];
    }

    private static ObjectRegistration<T> Object<T>(string typeName, Action<ObjectResolvers<T>> fields)
    {
        var resolvers = new ObjectResolvers<T>();
        fields(resolvers);
        return new ObjectRegistration<T>(typeName, resolvers);
    }

    private static void OfSchema(ObjectResolvers<Schema> schema) =>
        schema
            .Field("types", value => value.Types.Values.Cast<GraphQLType>())
            .Field("queryType", value => (GraphQLType?)value.QueryType)
            .Field("mutationType", value => (GraphQLType?)value.MutationType)
            .Field("subscriptionType", value => (GraphQLType?)value.SubscriptionType)
            .Field("directives", value => value.Directives.Values.AsEnumerable());

    private static void OfType(ObjectResolvers<GraphQLType> type, Schema schema) =>
        type.Field("kind", Kind)
            .Field("name", value => (value as NamedType)?.Name)
            .Field("description", value => (value as NamedType)?.Description)
            .Field("specifiedByURL", value => (value as ScalarType)?.SpecifiedByUrl)
            .Field<DeprecationArguments, IEnumerable<Field>?>(
                "fields",
                (value, arguments, _) =>
                    (value as FieldsType)?.Fields.Values.Where(field => arguments.Includes(field.DeprecationReason))
            )
            .Field("interfaces", value => (IEnumerable<GraphQLType>?)(value as FieldsType)?.Interfaces)
            .Field(
                "possibleTypes",
                value =>
                    value is InterfaceType or UnionType
                        ? (IEnumerable<GraphQLType>)schema.PossibleTypes(value.Named)
                        : null
            )
            .Field<DeprecationArguments, IEnumerable<EnumValue>?>(
                "enumValues",
                (value, arguments, _) =>
                    (value as EnumType)?.Values.Values.Where(item => arguments.Includes(item.DeprecationReason))
            )
            .Field<DeprecationArguments, IEnumerable<InputValue>?>(
                "inputFields",
                (value, arguments, _) =>
                    (value as InputObjectType)?.Fields.Values.Where(field =>
                        arguments.Includes(field.DeprecationReason)
                    )
            )
            .Field("ofType", value => value is ListType list ? list.OfType : (value as NonNullType)?.OfType)
            .Field("isOneOf", value => (value as InputObjectType)?.IsOneOf);

    private static void OfField(ObjectResolvers<Field> field) =>
        field
            .Field<DeprecationArguments, IEnumerable<InputValue>>(
                "args",
                (value, arguments, _) => arguments.Filter(value.Arguments)
            )
            .Field("isDeprecated", value => value.DeprecationReason is not null);

    private static void OfInputValue(ObjectResolvers<InputValue> input) =>
        input
            .Field("defaultValue", value => value.DefaultValue is { } literal ? Printer.Print(literal) : null)
            .Field("isDeprecated", value => value.DeprecationReason is not null);

    private static void OfEnumValue(ObjectResolvers<EnumValue> item) =>
        item.Field("isDeprecated", value => value.DeprecationReason is not null);

    private static void OfDirective(ObjectResolvers<Directive> directive) =>
        directive
            .Field("locations", value => value.Locations.Select(place => EnumNames.UpperSnake(place.ToString())))
            .Field<DeprecationArguments, IEnumerable<InputValue>>(
                "args",
                (value, arguments, _) => arguments.Filter(value.Arguments)
            );

    private static string Kind(GraphQLType type) =>
        type switch
        {
            ScalarType => "SCALAR",
            ObjectType => "OBJECT",
            InterfaceType => "INTERFACE",
            UnionType => "UNION",
            EnumType => "ENUM",
            InputObjectType => "INPUT_OBJECT",
            ListType => "LIST",
            _ => "NON_NULL",
        };

    private sealed record TypeArguments(string Name);

    private sealed record DeprecationArguments(bool IncludeDeprecated)
    {
        public bool Includes(string? deprecationReason) => IncludeDeprecated || deprecationReason is null;

        public IEnumerable<InputValue> Filter(OrderedDictionary<string, InputValue> inputs) =>
            inputs.Values.Where(input => Includes(input.DeprecationReason));
    }
}
