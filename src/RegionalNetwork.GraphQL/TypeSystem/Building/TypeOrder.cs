namespace RegionalNetwork.GraphQL.TypeSystem.Building;

/// <summary>
/// The order of a schema's types: as defined, each followed by the built-in types that it is the first to use, and the
/// introspection types last. A built-in scalar that nothing uses is left out.
/// </summary>
internal static class TypeOrder
{
    public static OrderedDictionary<string, NamedType> InOrder(
        SchemaDefinitions definitions,
        Dictionary<string, NamedType> types,
        IEnumerable<Directive> directives
    )
    {
        var ordered = new OrderedDictionary<string, NamedType>(StringComparer.Ordinal);
        foreach (var draft in definitions.Types.Values.Where(draft => !draft.IsBuiltIn))
        {
            ordered.Add(draft.Name, types[draft.Name]);
            AddBuiltIns(References(types[draft.Name]), definitions, ordered);
        }

        AddBuiltIns(directives.SelectMany(directive => directive.Arguments.Values).Select(Named), definitions, ordered);
        AddBuiltIns([types["__Schema"]], definitions, ordered);
        return ordered;
    }

    private static void AddBuiltIns(
        IEnumerable<NamedType> references,
        SchemaDefinitions definitions,
        OrderedDictionary<string, NamedType> ordered
    )
    {
        foreach (var type in references.Where(type => definitions.Types[type.Name].IsBuiltIn))
        {
            if (ordered.TryAdd(type.Name, type))
            {
                AddBuiltIns(References(type), definitions, ordered);
            }
        }
    }

    private static IEnumerable<NamedType> References(NamedType type) =>
        type switch
        {
            FieldsType fieldsType => fieldsType.Fields.Values.SelectMany(field =>
                field.Arguments.Values.Select(Named).Prepend(field.Type.Named)
            ),
            InputObjectType input => input.Fields.Values.Select(Named),
            _ => [],
        };

    private static NamedType Named(InputValue value) => value.Type.Named;
}
