using RegionalNetwork.Domain.Benchmarking;

namespace RegionalNetwork.Domain.Returns.Collections;

/// <summary>What a table schema says between fields and rows, and of definitions over time.</summary>
internal sealed class SchemaRules(MappingNode own, SchemaColumns columns)
{
    private const string NotMoreThanKind = "not-more-than";

    public IReadOnlyList<NotMoreThan> Rules() => [.. List("rules").Select(RuleOf)];

    public IReadOnlyList<ReturnTotal> Totals() => [.. List("totals").Select(TotalOf)];

    public IReadOnlyList<DefinitionChange> DefinitionChanges() => [.. List("definitionChanges").Select(ChangeOf)];

    private IReadOnlyList<MappingNode> List(string member) => own.ChildrenOrNone(member, Limits.RulesPerReturn);

    private NotMoreThan RuleOf(MappingNode node)
    {
        node.AllowOnly("kind", "field", "than", "message");
        if (node.Text("kind") != NotMoreThanKind)
        {
            node.Fault("kind", $"must be {NotMoreThanKind}");
        }

        return new NotMoreThan(
            Field(node, "field", node.Text("field")),
            Field(node, "than", node.Text("than")),
            node.Text("message")
        );
    }

    private ReturnTotal TotalOf(MappingNode node)
    {
        node.AllowOnly("dimension", "total", "fields");
        var (dimension, item) = (node.Text("dimension"), node.Text("total"));
        var breakdown = columns.Breakdowns.FirstOrDefault(one => one.Column == dimension);
        if (breakdown?.Items.Contains(item) != true)
        {
            node.Fault("total", "must be an item of the breakdown that \"dimension\" names");
        }

        return new ReturnTotal(dimension, item, [.. node.Texts("fields").Select(name => Field(node, "fields", name))]);
    }

    private DefinitionChange ChangeOf(MappingNode node)
    {
        node.AllowOnly("from", "fields", "sentence");
        return new DefinitionChange(
            node.Text("from"),
            [.. node.Texts("fields").Select(name => Field(node, "fields", name))],
            node.Text("sentence")
        );
    }

    private string Field(MappingNode node, string member, string name)
    {
        if (columns.Fields.All(field => field.Name != name))
        {
            node.Fault(member, $"must name columns of figures, not \"{name}\"");
        }

        return name;
    }
}
