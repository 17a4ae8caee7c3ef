using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.TypeSystem.Costs;

/// <summary>
/// What the schema's own rules cannot see of <c>@cost</c> and <c>@listSize</c>.
/// https://ibm.github.io/graphql-specs/cost-spec.html#sec-Validation
/// </summary>
internal static class CostDirectiveRules
{
    public static IEnumerable<SchemaFault> Check(Schema schema)
    {
        if (
            !schema.Directives.ContainsKey(CostDirectives.Cost)
            && !schema.Directives.ContainsKey(CostDirectives.ListSize)
        )
        {
            return [];
        }

        var types = schema.Types.Values.Where(type => type.Nodes.Count > 0).ToList();
        var fields = types.OfType<FieldsType>().SelectMany(type => type.Fields.Values.Select(field => (type, field)));
        return
        [
            .. types.SelectMany(type => Weights(type.AppliedDirectives)),
            .. types.OfType<InputObjectType>().SelectMany(type => type.Fields.Values).SelectMany(Weights),
            .. schema.Directives.Values.SelectMany(directive => directive.Arguments.Values).SelectMany(Weights),
            .. fields.SelectMany(pair => Field(pair.type, pair.field)),
        ];
    }

    private static IEnumerable<SchemaFault> Field(FieldsType type, Field field)
    {
        var directives = field.Node?.Directives ?? [];
        foreach (var fault in Weights(directives).Concat(field.Arguments.Values.SelectMany(Weights)))
        {
            yield return fault;
        }

        // Which object answers is known only when the operation runs, and its own field may weigh more.
        if (type is InterfaceType && CostDirectives.Find(directives, CostDirectives.Cost) is { } cost)
        {
            yield return SchemaFault.At(
                $"@cost cannot stand on {type.Name}.{field.Name}, a field of an interface. Put it on the fields of the object types.",
                cost
            );
        }

        if (CostDirectives.Find(directives, CostDirectives.ListSize) is { } listSize)
        {
            foreach (var message in ListSize(field, CostDirectives.Read(listSize)))
            {
                yield return SchemaFault.At($"@listSize on {type.Name}.{field.Name}: {message}", listSize);
            }
        }
    }

    private static IEnumerable<string> ListSize(Field field, ListSize size)
    {
        if (size.SizedFields.Count == 0 && !IsList(field.Type))
        {
            yield return "the field returns no list, so name the lists inside it in sizedFields.";
        }

        var inner = field.Type.Named as FieldsType;
        foreach (var name in size.SizedFields)
        {
            if (inner?.Fields.TryGetValue(name, out var sized) != true || !IsList(sized!.Type))
            {
                yield return $"{field.Type.Named.Name} has no field {name} that returns a list.";
            }
        }

        foreach (var name in size.SlicingArguments)
        {
            if (
                !field.Arguments.TryGetValue(name, out var argument)
                || !(IsList(argument.Type) || argument.Type.ToString() is "Int" or "Int!")
            )
            {
                yield return $"the field has no argument {name} of the type Int, nor one that is a list.";
            }
        }

        if (size.AssumedItems < 0)
        {
            yield return "assumedSize cannot be negative.";
        }

        var isAmbiguous =
            size.RequiresOneSlicingArgument
            || size.SlicingArguments.Any(name => field.Arguments.GetValueOrDefault(name)?.DefaultValue is not null);
        if (size is { AssumedItems: not null, SlicingArguments.Count: > 0 } && isAmbiguous)
        {
            yield return "assumedSize beside slicingArguments needs requireOneSlicingArgument: false and arguments without "
                + "defaults; otherwise it would never count.";
        }
    }

    private static IEnumerable<SchemaFault> Weights(InputValue value) => Weights(value.Node?.Directives ?? []);

    private static IEnumerable<SchemaFault> Weights(IEnumerable<DirectiveNode> directives) =>
        directives
            .Where(directive => directive.Name.Value == CostDirectives.Cost && CostDirectives.Number(directive) is null)
            .Select(directive => SchemaFault.At("The weight of @cost must be a number, such as \"2.5\".", directive));

    public static bool IsList(GraphQLType type) => type is ListType or NonNullType { OfType: ListType };
}
