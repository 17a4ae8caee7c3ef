using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Returns.Collections;

/// <summary>What councils return again and again in one shape: the content of one file of <c>schema/returns</c>.</summary>
/// <param name="Code">Lower-case letters, digits and hyphens: <c>workforce-health</c>.</param>
/// <param name="Version">Of the definitions; a change of meaning makes another.</param>
/// <param name="TimeIdentifiers">Of the open data standard. All years, or all quarters, or all months.</param>
/// <param name="ReferenceDay">Of yearly collections: the day that the figures describe. Null for the last day of the period.</param>
/// <param name="Breakdown">Null where there is one row, the total.</param>
/// <param name="Fields">In the order of the columns.</param>
/// <param name="GroupsSumToTotal">Whether the items other than the total are parts of it that do not overlap.</param>
/// <param name="DefinitionChanges">Oldest first.</param>
public sealed record ReturnCollection(
    string Code,
    string Version,
    string Title,
    CollectionFrequency Frequency,
    IReadOnlyList<string> TimeIdentifiers,
    ServiceScope Scope,
    DayOfYear? ReferenceDay,
    ReturnBreakdown? Breakdown,
    IReadOnlyList<ReturnField> Fields,
    IReadOnlyList<ReturnRule> Rules,
    bool GroupsSumToTotal,
    IReadOnlyList<DefinitionChange> DefinitionChanges
)
{
    /// <summary>The item that stands for all of a breakdown, and for the one row where there is none.</summary>
    public const string TotalItem = "Total";

    public const string TimePeriodColumn = "time_period";
    public const string TimeIdentifierColumn = "time_identifier";
    public const string CouncilColumn = "new_la_code";
    public const string NameColumn = "la_name";

    private static readonly string[] OnlyTotal = [TotalItem];

    /// <summary>The columns that say whose figures of when a row holds; they come first.</summary>
    public static IReadOnlyList<string> KeyColumns { get; } =
    [TimePeriodColumn, TimeIdentifierColumn, CouncilColumn, NameColumn];

    /// <summary>One row each.</summary>
    public IReadOnlyList<string> Items => Breakdown?.Items ?? OnlyTotal;

    /// <summary>All columns of the table, in order.</summary>
    public IReadOnlyList<string> Columns { get; } =
    [.. KeyColumns, .. Breakdown is null ? [] : new[] { Breakdown.Column }, .. Fields.Select(field => field.Name)];
}

/// <summary>The one column whose items divide a collection's figures.</summary>
public sealed record ReturnBreakdown(string Column, string Title, IReadOnlyList<string> Items);

/// <param name="Name">Of the column: lower-case letters, digits and underscores.</param>
/// <param name="IsInteger">Whether decimals are a fault.</param>
/// <param name="Minimum">Never below zero.</param>
/// <param name="Sensitivity">Which disclosure rules apply to it; null where the indicators made of it say so.</param>
/// <param name="SwingPercent">By how much it may differ from the last return without an explanation; null for any.</param>
public sealed record ReturnField(
    string Name,
    string Title,
    string Description,
    ReturnFieldKind Kind,
    bool IsInteger,
    decimal Minimum,
    decimal? Maximum,
    Sensitivity? Sensitivity,
    int? SwingPercent
);

public enum ReturnFieldKind
{
    /// <summary>People or things.</summary>
    Count,

    /// <summary>Full-time equivalents.</summary>
    Fte,

    /// <summary>Pounds, days, hours.</summary>
    Amount,

    /// <summary>A mark or mean that adds up to nothing.</summary>
    Score,
}

/// <param name="Version">The version that brought it.</param>
/// <param name="Fields">Whose meaning changed; empty for the collection as a whole.</param>
/// <param name="Sentence">What changed, for whoever fills in the return.</param>
public sealed record DefinitionChange(string Version, IReadOnlyList<string> Fields, string Sentence);

/// <summary>What must hold between the fields of one row.</summary>
public abstract record ReturnRule;

/// <summary>A part is not more than its whole.</summary>
public sealed record NotMoreThan(string Part, string Whole) : ReturnRule;

/// <summary>Parts that do not overlap and leave nothing out add up to the whole.</summary>
public sealed record SumOf(IReadOnlyList<string> Parts, string Whole) : ReturnRule;
