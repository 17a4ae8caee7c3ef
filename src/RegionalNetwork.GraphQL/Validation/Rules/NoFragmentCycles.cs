using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Fragment Spreads Must Not Form Cycles: https://spec.graphql.org/September2025/#sec-Fragment-Spreads-Must-Not-Form-Cycles
/// <para>No fragment spreads itself, directly or through others.</para>
/// </summary>
internal sealed class NoFragmentCycles(ValidationContext context) : IValidationRule
{
    private readonly HashSet<string> _explored = new(StringComparer.Ordinal);

    public void Subscribe(NodeSubscriptions on) => on.Enter<FragmentDefinitionNode>(Explore);

    /// <summary>Depth first, each fragment once. The path is kept here and not on the stack: it may be thousands long.</summary>
    private void Explore(FragmentDefinitionNode root)
    {
        if (!_explored.Add(root.Name.Value))
        {
            return;
        }

        var path = new List<FragmentSpreadNode>();
        var depthOf = new Dictionary<string, int>(StringComparer.Ordinal) { [root.Name.Value] = 0 };
        var open = new Stack<(FragmentDefinitionNode Fragment, int NextSpread)>([(root, 0)]);
        while (!context.IsStopped && open.TryPop(out var step))
        {
            var spreads = context.Fragments.SpreadsIn(step.Fragment.SelectionSet);
            path.RemoveRange(open.Count, path.Count - open.Count);
            if (step.NextSpread == spreads.Count)
            {
                depthOf.Remove(step.Fragment.Name.Value);
                continue;
            }

            var spread = spreads[step.NextSpread];
            path.Add(spread);
            open.Push(step with { NextSpread = step.NextSpread + 1 });
            if (depthOf.TryGetValue(spread.Name.Value, out var depth))
            {
                Report(path[depth..]);
            }
            else if (context.Fragments.Find(spread.Name.Value) is { } next && _explored.Add(next.Name.Value))
            {
                depthOf[next.Name.Value] = open.Count;
                open.Push((next, 0));
            }
        }
    }

    private void Report(List<FragmentSpreadNode> cycle)
    {
        var via = string.Join(", ", cycle.SkipLast(1).Select(spread => $"\"{spread.Name.Value}\""));
        context.Report(
            $"Cannot spread fragment \"{cycle[^1].Name.Value}\" within itself"
                + (via.Length > 0 ? $" via {via}." : "."),
            cycle
        );
    }
}
