using RegionalNetwork.GraphQL.Binding.Inputs;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Binding;

/// <summary>Joins one field of the schema with its resolver: arguments, value, policies.</summary>
internal sealed class FieldBinder(
    ShapeBuilder shapes,
    InputBinder inputs,
    IReadOnlyDictionary<string, FieldPolicy> policies,
    BindingErrors errors
)
{
    public BoundField<TParent>? Bind<TParent>(ObjectType type, Field field, FieldRegistration<TParent> registration)
    {
        var coordinate = $"{type.Name}.{field.Name}";
        var arguments = inputs.BindArguments(coordinate, field, registration.ArgumentsType);
        shapes.Coordinate = coordinate;
        return registration.Bind(new FieldBinding(field, arguments, Checks(type, field)), shapes);
    }

    public void ReportMissing(ObjectType type, Field field, Type clrType, IEnumerable<string> registered)
    {
        var candidates = registered.Concat(clrType.GetProperties().Select(property => CamelCase(property.Name)));
        var near = DidYouMean.Among(field.Name, candidates.Where(name => !type.Fields.ContainsKey(name)));
        var where =
            clrType == typeof(object) ? "No resolver" : $"{TypeName.Of(clrType)} has no such property and no resolver";
        errors.Report($"{where} answers the field {type.Name}.{field.Name}.{near}", field.Node);
    }

    public void ReportUnknown(ObjectType type, string name)
    {
        var near = DidYouMean.Among(name, type.Fields.Keys);
        errors.Report($"A resolver is registered for {type.Name}.{name}, which the schema does not have.{near}", type);
    }

    /// <summary>A rule written on the type, or on the interface that promises the field, holds for the field.</summary>
    private List<FieldCheck> Checks(ObjectType type, Field field)
    {
        var checks = new List<FieldCheck>();
        if (policies.Count == 0)
        {
            return checks;
        }

        var directives = type
            .Interfaces.Where(face => face.Fields.ContainsKey(field.Name))
            .SelectMany(face => face.AppliedDirectives.Concat(face.Fields[field.Name].Node?.Directives ?? []))
            .Concat(type.AppliedDirectives)
            .Concat(field.Node?.Directives ?? []);
        foreach (var directive in directives)
        {
            if (policies.TryGetValue(directive.Name.Value, out var policy))
            {
                checks.Add(policy(directive, field));
            }
        }

        return checks;
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
