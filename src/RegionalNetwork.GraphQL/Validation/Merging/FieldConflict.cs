using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Merging;

/// <summary>Two fields with one response name that cannot be merged.</summary>
/// <param name="Reason">Completes "the fields conflict because".</param>
/// <param name="Ones">The first field, then those of its subfields that are the cause.</param>
/// <param name="Others">The same for the second field.</param>
internal sealed record FieldConflict(
    string ResponseName,
    string Reason,
    IReadOnlyList<FieldNode> Ones,
    IReadOnlyList<FieldNode> Others
)
{
    /// <summary>The conflict of two fields that stems from conflicts of their subfields. Long lists are cut short.</summary>
    public static FieldConflict OfSubfields(FieldNode one, FieldNode other, IReadOnlyList<FieldConflict> conflicts)
    {
        var reasons = conflicts
            .Take(Limits.MaxConflictFields)
            .Select(conflict => $"subfields \"{conflict.ResponseName}\" conflict because {conflict.Reason}");
        return new FieldConflict(
            one.ResponseName,
            Abbreviate(string.Join(" and ", reasons)),
            [.. conflicts.SelectMany(conflict => conflict.Ones).Prepend(one).Take(Limits.MaxConflictFields)],
            [.. conflicts.SelectMany(conflict => conflict.Others).Prepend(other).Take(Limits.MaxConflictFields)]
        );
    }

    private static string Abbreviate(string reason) =>
        reason.Length <= Limits.MaxConflictReasonCharacters
            ? reason
            : $"{reason.AsSpan(0, Limits.MaxConflictReasonCharacters)}...";
}
