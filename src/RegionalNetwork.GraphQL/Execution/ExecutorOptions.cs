using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution.Costs;
using RegionalNetwork.GraphQL.Validation;

namespace RegionalNetwork.GraphQL.Execution;

/// <summary>Settings of a <see cref="RequestExecutor"/>.</summary>
public sealed record ExecutorOptions
{
    public ExecutionLimits Limits { get; init; } = new();

    /// <summary>What a document may ask.</summary>
    public ValidationLimits ValidationLimits { get; init; } = ValidationLimits.Request;

    /// <summary>
    /// Asked before an operation runs, with the context of the request and what the operation can cost: an error refuses it. This is
    /// where a caller's budget is kept. Null admits all.
    /// </summary>
    public Func<object, OperationCost, GraphQLError?>? Admit { get; init; }

    /// <summary>Measures <see cref="ExecutionLimits.Timeout"/>.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

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

    public double MaxCostUnits { get; init; } = Limits.MaxOperationCostUnits;

    /// <summary>How long an operation may run; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for as long as it likes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(Limits.MaxExecutionSeconds);

    public int MaxCachedDocuments { get; init; } = Limits.MaxCachedDocuments;

    public int MaxCachedCharacters { get; init; } = Limits.MaxCachedDocumentCharacters;
}
