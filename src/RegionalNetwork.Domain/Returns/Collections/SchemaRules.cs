using RegionalNetwork.Domain.Benchmarking;

namespace RegionalNetwork.Domain.Returns.Collections;

/// <summary>What a table schema says between fields, and of their definitions over time.</summary>
internal static class SchemaRules
{
    private static readonly Dictionary<string, RuleKind> Kinds = new()
    {
        ["not-more-than"] = RuleKind.NotMoreThan,
        ["sum"] = RuleKind.Sum,
    };

    private enum RuleKind
    {
        NotMoreThan,
        Sum,
    }

    public static IReadOnlyList<ReturnRule> Read(MappingNode own, IReadOnlyList<ReturnField> fields)
    {
        return [.. own.Children("rules", Limits.RulesPerReturn).Select(RuleOf)];

        ReturnRule RuleOf(MappingNode node)
        {
            if (node.OneOf("rule", Kinds) == RuleKind.Sum)
            {
                node.AllowOnly("rule", "parts", "whole");
                string[] parts = [.. node.Texts("parts").Select(part => Known(node, "parts", part, fields))];
                return new SumOf(parts, Known(node, "whole", node.Text("whole"), fields));
            }

            node.AllowOnly("rule", "part", "whole");
            return new NotMoreThan(
                Known(node, "part", node.Text("part"), fields),
                Known(node, "whole", node.Text("whole"), fields)
            );
        }
    }

    public static IReadOnlyList<DefinitionChange> ReadChanges(MappingNode own, IReadOnlyList<ReturnField> fields)
    {
        return [.. own.Children("definitionChanges", Limits.RulesPerReturn).Select(ChangeOf)];

        DefinitionChange ChangeOf(MappingNode node)
        {
            node.AllowOnly("version", "fields", "sentence");
            string[] changed = node.Has("fields")
                ? [.. node.Texts("fields").Select(name => Known(node, "fields", name, fields))]
                : [];
            return new DefinitionChange(node.Text("version"), changed, node.Text("sentence"));
        }
    }

    private static string Known(MappingNode node, string member, string name, IReadOnlyList<ReturnField> fields)
    {
        if (fields.All(field => field.Name != name))
        {
            node.Fault(member, $"must name fields of this schema, not \"{name}\"");
        }

        return name;
    }
}
