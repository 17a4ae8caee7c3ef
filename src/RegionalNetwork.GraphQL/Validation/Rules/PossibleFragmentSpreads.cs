using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Fragment Spread Is Possible: https://spec.graphql.org/September2025/#sec-Fragment-Spread-Is-Possible
/// <para>Some object type satisfies both a fragment's condition and the type in scope.</para>
/// </summary>
internal sealed class PossibleFragmentSpreads(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on)
    {
        on.Enter<InlineFragmentNode>(CheckInline);
        on.Enter<FragmentSpreadNode>(CheckSpread);
    }

    private void CheckInline(InlineFragmentNode fragment)
    {
        if (
            context.Scope is { Type: NamedType condition, ParentType: { } parent }
            && condition.IsComposite()
            && !Overlap(condition, parent)
        )
        {
            context.Report(
                $"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{condition}\".",
                fragment
            );
        }
    }

    private void CheckSpread(FragmentSpreadNode spread)
    {
        if (
            context.Fragments.Find(spread.Name.Value) is { } fragment
            && context.Schema.OutputType(fragment.TypeCondition) is { } condition
            && condition.IsComposite()
            && context.Scope.ParentType is { } parent
            && !Overlap(condition, parent)
        )
        {
            context.Report(
                $"Fragment \"{spread.Name.Value}\" cannot be spread here as objects of type \"{parent}\" "
                    + $"can never be of type \"{condition}\".",
                spread
            );
        }
    }

    private readonly Dictionary<(NamedType, NamedType), bool> _overlaps = [];

    /// <summary>Remembered, because one document may ask the same of two large unions a thousand times.</summary>
    private bool Overlap(NamedType one, NamedType other)
    {
        if (!_overlaps.TryGetValue((one, other), out var overlap))
        {
            var possible = context.Schema.PossibleTypes(one).ToHashSet();
            _overlaps[(one, other)] = overlap = context.Schema.PossibleTypes(other).Any(possible.Contains);
        }

        return overlap;
    }
}
