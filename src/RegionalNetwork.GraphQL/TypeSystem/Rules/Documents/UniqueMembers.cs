using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Documents;

/// <summary>What fields and enum values have in common: a type lists each name once.</summary>
internal static class UniqueMembers
{
    public static void Check(
        IEnumerable<NameNode> names,
        IEnumerable<string> existing,
        Func<string, string> describe,
        List<SchemaFault> faults
    )
    {
        var taken = existing.ToHashSet(StringComparer.Ordinal);
        var first = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (taken.Contains(name.Value))
            {
                faults.Add(
                    SchemaFault.At(
                        $"{describe(name.Value)} already exists in the schema. It cannot also be defined in this type extension.",
                        name
                    )
                );
            }
            else if (!first.TryAdd(name.Value, name))
            {
                faults.Add(
                    SchemaFault.At($"{describe(name.Value)} can only be defined once.", first[name.Value], name)
                );
            }
        }
    }
}
