using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation;

/// <summary>
/// Which fragments a document defines and which spread which. No method recurses through spreads, because a document may chain
/// thousands of fragments, and none loops on a cycle.
/// </summary>
internal sealed class FragmentIndex
{
    private readonly Dictionary<string, FragmentDefinitionNode> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<SelectionSetNode, IReadOnlyList<FragmentSpreadNode>> _spreads = new(
        ReferenceEqualityComparer.Instance
    );

    public FragmentIndex(DocumentNode document)
    {
        All = [.. document.Definitions.OfType<FragmentDefinitionNode>()];
        foreach (var fragment in All)
        {
            _definitions[fragment.Name.Value] = fragment;
        }
    }

    /// <summary>In the order of the document, those with a name that is already taken included.</summary>
    public IReadOnlyList<FragmentDefinitionNode> All { get; }

    /// <summary>The fragment of this name, the last if there are several; null if there is none.</summary>
    public FragmentDefinitionNode? Find(string name) => _definitions.GetValueOrDefault(name);

    /// <summary>The spreads written in a selection set or deeper in the same definition: outer sets first, inner ones after.</summary>
    public IReadOnlyList<FragmentSpreadNode> SpreadsIn(SelectionSetNode set)
    {
        if (!_spreads.TryGetValue(set, out var spreads))
        {
            _spreads[set] = spreads = FindSpreads(set);
        }

        return spreads;
    }

    /// <summary>Each defined fragment that selection sets spread, directly or through other fragments, once.</summary>
    public IReadOnlyList<FragmentDefinitionNode> ReachableFrom(params IEnumerable<SelectionSetNode> sets)
    {
        var found = new OrderedDictionary<string, FragmentDefinitionNode>(StringComparer.Ordinal);
        var waiting = new Stack<SelectionSetNode>(sets);
        while (waiting.TryPop(out var next))
        {
            foreach (var name in SpreadsIn(next).Select(spread => spread.Name.Value))
            {
                if (Find(name) is { } fragment && found.TryAdd(name, fragment))
                {
                    waiting.Push(fragment.SelectionSet);
                }
            }
        }

        return found.Values;
    }

    /// <summary>Every fragment after those that it spreads; in a cycle one of them comes too early.</summary>
    public IReadOnlyList<FragmentDefinitionNode> InDependencyOrder()
    {
        var ordered = new List<FragmentDefinitionNode>();
        var entered = new HashSet<FragmentDefinitionNode>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(FragmentDefinitionNode Fragment, int NextSpread)>();
        foreach (var root in All.Where(entered.Add))
        {
            open.Push((root, 0));
            while (open.TryPop(out var step))
            {
                var spreads = SpreadsIn(step.Fragment.SelectionSet);
                if (step.NextSpread == spreads.Count)
                {
                    ordered.Add(step.Fragment);
                    continue;
                }

                open.Push((step.Fragment, step.NextSpread + 1));
                if (Find(spreads[step.NextSpread].Name.Value) is { } spread && entered.Add(spread))
                {
                    open.Push((spread, 0));
                }
            }
        }

        return ordered;
    }

    private static List<FragmentSpreadNode> FindSpreads(SelectionSetNode root)
    {
        var spreads = new List<FragmentSpreadNode>();
        var waiting = new Stack<SelectionSetNode>([root]);
        while (waiting.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                if (selection is FragmentSpreadNode spread)
                {
                    spreads.Add(spread);
                }
                else if (selection is FieldNode { SelectionSet: { } inner })
                {
                    waiting.Push(inner);
                }
                else if (selection is InlineFragmentNode inline)
                {
                    waiting.Push(inline.SelectionSet);
                }
            }
        }

        return spreads;
    }
}
