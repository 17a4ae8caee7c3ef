using RegionalNetwork.GraphQL.Validation;

namespace RegionalNetwork.GraphQL.Execution;

/// <summary>Settings of a <see cref="RequestExecutor"/>.</summary>
public sealed record ExecutorOptions
{
    public ExecutionLimits Limits { get; init; } = new();

    /// <summary>What a document may ask.</summary>
    public ValidationLimits ValidationLimits { get; init; } = ValidationLimits.Request;

    /// <summary>
    /// Told of every exception of a resolver that was not meant for the client, with the path of the field. What it returns
    /// goes to the client for reference; null for nothing. Must not throw.
    /// </summary>
    public Func<Exception, IReadOnlyList<object>, string?>? OnInternalError { get; init; }
}

/// <summary>Limits of an execution; the defaults are in <see cref="GraphQL.Limits"/>.</summary>
public sealed record ExecutionLimits
{
    public int MaxResultBytes { get; init; } = Limits.MaxResultBytes;

    public int MaxEventBytes { get; init; } = Limits.MaxEventBytes;

    public int MaxErrors { get; init; } = Limits.MaxErrorsPerResponse;

    public int MaxListItems { get; init; } = Limits.MaxListItems;

    public int MaxVariablesBytes { get; init; } = Limits.MaxVariablesBytes;

    public int MaxVariablesDepth { get; init; } = Limits.MaxVariablesNestingLevels;

    public int MaxPlanFields { get; init; } = Limits.MaxPlanFields;

    public int MaxCachedDocuments { get; init; } = Limits.MaxCachedDocuments;

    public int MaxCachedCharacters { get; init; } = Limits.MaxCachedDocumentCharacters;
}
