using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Field Selections: https://spec.graphql.org/September2025/#sec-Field-Selections
/// <para>A selected field is defined on the type in scope.</para>
/// </summary>
internal sealed class FieldsOnCorrectType(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on) => on.Enter<FieldNode>(Check);

    private void Check(FieldNode field)
    {
        if (context.Scope is { ParentType: { } parent, Field: null })
        {
            var name = field.Name.Value;
            context.Report($"Cannot query field \"{name}\" on type \"{parent}\"." + Suggestion(parent, name), field);
        }
    }

    /// <summary>A type that would have the field explains more than a field with a similar name.</summary>
    private string Suggestion(NamedType parent, string name)
    {
        var types = DidYouMean.Sentence("to use an inline fragment on", TypesWithField(parent, name));
        return types.Length > 0 || parent is not FieldsType type ? types : DidYouMean.Among(name, type.Fields.Keys);
    }

    /// <summary>Possible types of an abstract type that have the field, and their interfaces; the most common first.</summary>
    private List<string> TypesWithField(NamedType parent, string name)
    {
        if (!parent.IsAbstract())
        {
            return [];
        }

        var implementers = context.Schema.PossibleTypes(parent).Where(type => type.Fields.ContainsKey(name)).ToList();
        var interfaces = implementers
            .SelectMany(type => type.Interfaces)
            .Where(type => type.Fields.ContainsKey(name))
            .CountBy(type => type)
            .Select(counted => (Type: (NamedType)counted.Key, Uses: counted.Value));
        return
        [
            .. implementers
                .Select(type => (Type: (NamedType)type, Uses: 1))
                .Concat(interfaces)
                .OrderByDescending(used => used.Uses)
                .ThenByDescending(used =>
                    (used.Type as InterfaceType)?.Interfaces.Count is { } supers ? -supers : int.MinValue
                )
                .ThenBy(used => used.Type.Name, StringComparer.Ordinal)
                .Select(used => used.Type.Name),
        ];
    }
}
