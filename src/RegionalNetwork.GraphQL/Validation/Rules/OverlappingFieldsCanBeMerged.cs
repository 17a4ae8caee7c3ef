using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.Validation.Merging;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Field Selection Merging: https://spec.graphql.org/September2025/#sec-Field-Selection-Merging
/// <para>Fields with one response name that may meet in one place of the response can be merged into one.</para>
/// </summary>
internal sealed class OverlappingFieldsCanBeMerged : IValidationRule
{
    private readonly ValidationContext _context;
    private readonly SelectionReader _reader;
    private readonly FieldComparison _comparison = new();
    private readonly ConflictExplanation _explanation;
    private FieldConflict? _found;
    private bool _isExplained;

    public OverlappingFieldsCanBeMerged(ValidationContext context)
    {
        _context = context;
        _reader = new SelectionReader(context);
        _explanation = new ConflictExplanation(context, _reader, _comparison);
    }

    public void Subscribe(NodeSubscriptions on)
    {
        on.Enter<DocumentNode>(_ => _found = new MergeCheck(_context, _reader, _comparison).Find());
        on.Enter<SelectionSetNode>(Explain);
        on.Leave<DocumentNode>(ReportUnexplained);
    }

    private void Explain(SelectionSetNode set)
    {
        if (_found is null)
        {
            return;
        }

        foreach (var conflict in _explanation.Within(set, _context.Scope.ParentType))
        {
            _isExplained = true;
            Report(conflict);
        }
    }

    /// <summary>A conflict that lies too deep for an explanation is an error all the same.</summary>
    private void ReportUnexplained(DocumentNode document)
    {
        if (_found is { } conflict && !_isExplained)
        {
            Report(conflict);
        }
    }

    private void Report(FieldConflict conflict) =>
        _context.Report(
            $"Fields \"{conflict.ResponseName}\" conflict because {conflict.Reason}. "
                + "Use different aliases on the fields to fetch both if this was intentional.",
            conflict.Ones.Concat(conflict.Others)
        );
}
