using RegionalNetwork.GraphQL.Errors;
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
        var types = DidYouMean.Say("to use an inline fragment on", TypesWithField(parent, name));
        return types.Length > 0 || parent is not FieldsType type ? types : DidYouMean.Among(name, type.Fields.Keys);
    }

    /// <summary>Possible types of an abstract type that have the field, and their interfaces; the most common first.</summary>
    private IReadOnlyList<string> TypesWithField(NamedType parent, string name)
    {
        if (!parent.IsAbstract())
        {
            return [];
        }

        var implementers = context.Schema.PossibleTypes(parent).Where(type => type.Fields.ContainsKey(name)).ToList();
        var interfaces = implementers.SelectMany(type => type.Interfaces).Where(type => type.Fields.ContainsKey(name));
        return
        [
            .. SuperTypesFirst(
                implementers
                    .Concat<NamedType>(interfaces)
                    .CountBy(type => type)
                    .OrderByDescending(counted => counted.Value)
                    .ThenBy(counted => counted.Key.Name, StringComparer.Ordinal)
                    .Select(counted => counted.Key)
            ),
        ];
    }

    /// <summary>Otherwise in the order given.</summary>
    private static IEnumerable<string> SuperTypesFirst(IEnumerable<NamedType> types)
    {
        var waiting = types.ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.First(type => !waiting.Exists(other => other != type && Schema.IsSubType(other, type)));
            waiting.Remove(next);
            yield return next.Name;
        }
    }
}
