using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Protection;

/// <summary>
/// A number for each selection set with its fragments expanded, found without expanding them: each fragment is counted once, after
/// those that it spreads. A spread that closes a cycle counts nothing; another rule refuses it.
/// </summary>
/// <param name="ofField">From a field and the total of its selection set to the field's total.</param>
/// <param name="ofSet">From the totals of a selection set's members to the set's.</param>
internal sealed class FragmentTotals(Func<FieldNode, long, long> ofField, Func<IEnumerable<long>, long> ofSet)
{
    private readonly Dictionary<string, long> _ofFragments = new(StringComparer.Ordinal);

    public void CountFragments(FragmentIndex fragments)
    {
        foreach (var fragment in fragments.InDependencyOrder())
        {
            _ofFragments.TryAdd(fragment.Name.Value, Of(fragment.SelectionSet));
        }
    }

    public long Of(SelectionSetNode set) => ofSet(set.Selections.Select(Of));

    public long Of(FieldNode field) => ofField(field, field.SelectionSet is { } set ? Of(set) : 0);

    private long Of(SelectionNode selection) =>
        selection switch
        {
            FieldNode field => Of(field),
            InlineFragmentNode inline => Of(inline.SelectionSet),
            FragmentSpreadNode spread => _ofFragments.GetValueOrDefault(spread.Name.Value),
            _ => 0,
        };
}
