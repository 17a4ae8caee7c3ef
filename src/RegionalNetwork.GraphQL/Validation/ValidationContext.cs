using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Validation;

/// <summary>What the rules of one validation share: the document, the schema, where the walk is, and where errors go.</summary>
internal sealed class ValidationContext
{
    public const string TooManyErrors = "Too many validation errors, error limit reached. Validation aborted.";

    private readonly List<GraphQLError> _errors = [];

    public ValidationContext(DocumentNode document, Schema schema, ValidationLimits limits)
    {
        Document = document;
        Schema = schema;
        Limits = limits;
        Fragments = new FragmentIndex(document);
        Usages = new VariableUsages(this);
    }

    public DocumentNode Document { get; }

    public Schema Schema { get; }

    public ValidationLimits Limits { get; }

    public FragmentIndex Fragments { get; }

    public VariableUsages Usages { get; }

    /// <summary>The types at the node being visited; set by the walk.</summary>
    public TypeScope Scope { get; set; }

    /// <summary>No further error is wanted: the walk ends at the next node, and so should any loop over much of the document.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Steps spent so far of <see cref="ValidationLimits.MaxValidationSteps"/>.</summary>
    public int StepsSpent { get; private set; }

    public IReadOnlyList<GraphQLError> Errors => _errors;

    public void Report(string message, params IEnumerable<Node> nodes)
    {
        if (IsStopped)
        {
            return;
        }

        if (_errors.Count == Limits.MaxErrors)
        {
            Stop(TooManyErrors);
            return;
        }

        _errors.Add(GraphQLError.At(message, nodes));
    }

    /// <summary>
    /// Pays for work that may be repeated for the same part of the document. Past the limit it reports one error, stops the
    /// validation and answers false for ever after; the caller then gives up.
    /// </summary>
    public bool Spend(int steps)
    {
        if (IsStopped)
        {
            return false;
        }

        StepsSpent += steps;
        if (StepsSpent <= Limits.MaxValidationSteps)
        {
            return true;
        }

        Stop(
            $"The document takes more than {Limits.MaxValidationSteps} steps to validate. "
                + "Use fewer fragments and fields, or send several smaller requests."
        );
        return false;
    }

    private void Stop(string message)
    {
        _errors.Add(GraphQLError.At(message));
        IsStopped = true;
    }
}
