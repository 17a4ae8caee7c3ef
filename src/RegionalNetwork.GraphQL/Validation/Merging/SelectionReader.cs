using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Validation.Merging;

/// <summary>
/// Reads each selection set once. A selection set has one place in the document and so one parent type, which is why it alone
/// is the key.
/// </summary>
internal sealed class SelectionReader(ValidationContext context)
{
    private readonly Dictionary<SelectionSetNode, Selections> _read = new(ReferenceEqualityComparer.Instance);

    public Selections Read(SelectionSetNode set, NamedType? parentType)
    {
        if (!_read.TryGetValue(set, out var selections))
        {
            var fields = new OrderedDictionary<string, List<SelectedField>>(StringComparer.Ordinal);
            var spreads = new OrderedDictionary<string, FragmentDefinitionNode>(StringComparer.Ordinal);
            Collect(set, parentType, fields, spreads);
            _read[set] = selections = new Selections(_read.Count, fields, spreads.Values);
        }

        return selections;
    }

    public Selections Read(FragmentDefinitionNode fragment) =>
        Read(fragment.SelectionSet, context.Schema.OutputType(fragment.TypeCondition));

    private void Collect(
        SelectionSetNode set,
        NamedType? parentType,
        OrderedDictionary<string, List<SelectedField>> fields,
        OrderedDictionary<string, FragmentDefinitionNode> spreads
    )
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    if (!fields.TryGetValue(field.ResponseName, out var same))
                    {
                        fields.Add(field.ResponseName, same = []);
                    }

                    var definition = context.Schema.FieldOf(parentType, field.Name.Value);
                    same.Add(new SelectedField(field, parentType, definition));
                    break;
                case FragmentSpreadNode { Name.Value: var name } when context.Fragments.Find(name) is { } fragment:
                    spreads.TryAdd(name, fragment);
                    break;
                case InlineFragmentNode inline:
                    var type = inline.TypeCondition is { } named ? context.Schema.OutputType(named) : parentType;
                    Collect(inline.SelectionSet, type, fields, spreads);
                    break;
            }
        }
    }
}
