using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Fragment Spread Target Defined: https://spec.graphql.org/September2025/#sec-Fragment-Spread-Target-Defined
/// <para>A spread names a fragment that the document defines.</para>
/// </summary>
internal sealed class KnownFragmentNames(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on) => on.Enter<FragmentSpreadNode>(Check);

    private void Check(FragmentSpreadNode spread)
    {
        if (context.Fragments.Find(spread.Name.Value) is null)
        {
            context.Report($"Unknown fragment \"{spread.Name.Value}\".", spread.Name);
        }
    }
}
