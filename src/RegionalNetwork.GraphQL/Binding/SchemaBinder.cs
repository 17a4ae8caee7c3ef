using RegionalNetwork.GraphQL.Binding.Inputs;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Binding;

/// <summary>Walks the whole schema once and joins every field with its resolver.</summary>
public static class SchemaBinder
{
    /// <exception cref="SchemaBindingException">with every place where the schema and the resolvers disagree.</exception>
    public static BoundSchema Bind(Schema schema, ResolverMap map)
    {
        var errors = new BindingErrors();
        var registrations = Registrations(schema, map, errors);
        CheckScalars(schema, map, errors);
        CheckAbstractTypes(schema, map, registrations, errors);

        var formats = new LeafFormats(map.ScalarTypes, map.Scalars, errors);
        var clrTypes = registrations.ToDictionary(pair => pair.Key, pair => pair.Value.ClrType, StringComparer.Ordinal);
        var shapes = new ShapeBuilder(clrTypes, map.TypeNames, formats, errors);
        var inputs = new InputBinder(new LeafReaders(map.ScalarTypes, errors), errors);
        var binder = new FieldBinder(shapes, inputs, map.Policies, errors);
        var objects = new Dictionary<string, BoundObject>(StringComparer.Ordinal);
        foreach (var type in schema.Types.Values.OfType<ObjectType>())
        {
            if (registrations.TryGetValue(type.Name, out var registration))
            {
                objects.Add(type.Name, registration.Bind(type, binder));
            }
            else
            {
                errors.Report(
                    $"No C# type is registered for the object type {type.Name}: name it with ResolverMap.Object.",
                    type
                );
            }
        }

        var metaFields = new Dictionary<string, BoundField<object>>(StringComparer.Ordinal);
        foreach (var registration in IntrospectionResolvers.RootFields(schema))
        {
            var field =
                registration.Name == schema.MetaFields.Type.Name ? schema.MetaFields.Type : schema.MetaFields.Schema;
            metaFields.Add(field.Name, binder.Bind(schema.QueryType!, field, registration)!);
        }

        errors.ThrowIfAny();
        return new BoundSchema(schema, objects, metaFields);
    }

    private static Dictionary<string, ObjectRegistration> Registrations(
        Schema schema,
        ResolverMap map,
        BindingErrors errors
    )
    {
        var registrations = new Dictionary<string, ObjectRegistration>(StringComparer.Ordinal);
        AddRoot(schema.QueryType, map.QueryFields, "query");
        AddRoot(schema.MutationType, map.MutationFields, "mutation");
        AddRoot(schema.SubscriptionType, map.SubscriptionFields, "subscription");
        foreach (var registration in IntrospectionResolvers.Registrations(schema).Concat(map.Objects))
        {
            if (!schema.Types.TryGetValue(registration.TypeName, out var type) || type is not ObjectType)
            {
                var near = DidYouMean.Among(registration.TypeName, schema.Types.Keys);
                errors.Report($"The schema has no object type {registration.TypeName}.{near}");
            }
            else if (!registrations.TryGetValue(registration.TypeName, out var first))
            {
                registrations.Add(registration.TypeName, registration);
            }
            else if (first.ClrType == registration.ClrType)
            {
                first.Merge(registration);
            }
            else
            {
                errors.Report(
                    $"{registration.TypeName} is registered both as {TypeName.Of(first.ClrType)} and as "
                        + $"{TypeName.Of(registration.ClrType)}.",
                    type
                );
            }
        }

        return registrations;

        void AddRoot(ObjectType? type, ObjectResolvers<object> fields, string root)
        {
            if (type is not null)
            {
                registrations.Add(type.Name, new ObjectRegistration<object>(type.Name, fields));
            }
            else if (fields.Fields.Count > 0)
            {
                errors.Report($"Resolvers are registered for a {root} type, which the schema does not have.");
            }
        }
    }

    private static void CheckScalars(Schema schema, ResolverMap map, BindingErrors errors)
    {
        foreach (var scalar in schema.Types.Values.OfType<ScalarType>().Where(scalar => scalar.Nodes.Count > 0))
        {
            if (!map.Scalars.TryGetValue(scalar.Name, out var coercion) || scalar.Coercion != coercion)
            {
                errors.Report(
                    $"The scalar {scalar.Name} has no coercion: register it with ResolverMap.Scalar and build the schema with "
                        + "ResolverMap.Scalars.",
                    scalar.Nodes[0]
                );
            }
        }

        foreach (var name in map.Scalars.Keys.Where(name => schema.Types.GetValueOrDefault(name) is not ScalarType))
        {
            errors.Report($"The schema has no scalar {name}.{DidYouMean.Among(name, schema.Types.Keys)}");
        }
    }

    private static void CheckAbstractTypes(
        Schema schema,
        ResolverMap map,
        Dictionary<string, ObjectRegistration> registrations,
        BindingErrors errors
    )
    {
        var abstractTypes = schema
            .Types.Values.Where(type => type is InterfaceType or UnionType)
            .Where(type => !map.TypeNames.ContainsKey(type.Name));
        foreach (var type in abstractTypes)
        {
            var sharing = schema
                .PossibleTypes(type)
                .Where(possible => registrations.ContainsKey(possible.Name))
                .GroupBy(possible => registrations[possible.Name].ClrType)
                .Where(group => group.Count() > 1);
            foreach (var group in sharing)
            {
                errors.Report(
                    $"A {TypeName.Of(group.Key)} may be {string.Join(" or ", group.Select(possible => possible.Name))} of "
                        + $"{type.Name}: tell them apart with ResolverMap.Abstract.",
                    type
                );
            }
        }
    }
}
