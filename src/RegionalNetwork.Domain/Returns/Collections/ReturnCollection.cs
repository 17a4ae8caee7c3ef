using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Returns.Collections;

/// <summary>What councils return again and again in one shape: the content of one file of <c>schema/returns</c>.</summary>
/// <param name="Code">Lower-case letters, digits and hyphens: <c>workforce-health</c>.</param>
/// <param name="Version">Of the definitions; a change of meaning makes another.</param>
/// <param name="TimeIdentifiers">Of the open data standard. All years, or all quarters, or all months.</param>
/// <param name="ReferenceDay">Of yearly collections: the day that the figures describe. Null for the last day of the period.</param>
/// <param name="Breakdowns">A row for each combination of their items; without any there is one row, the total.</param>
/// <param name="Fields">In the order of the columns.</param>
/// <param name="DefinitionChanges">Oldest first.</param>
public sealed record ReturnCollection(
    string Code,
    string Version,
    string Title,
    CollectionFrequency Frequency,
    IReadOnlyList<string> TimeIdentifiers,
    ServiceScope Scope,
    DayOfYear? ReferenceDay,
    IReadOnlyList<ReturnBreakdown> Breakdowns,
    IReadOnlyList<ReturnField> Fields,
    IReadOnlyList<NotMoreThan> Rules,
    IReadOnlyList<ReturnTotal> Totals,
    IReadOnlyList<DefinitionChange> DefinitionChanges
)
{
    /// <summary>The item that stands for all of a breakdown, and for the one row where there is none.</summary>
    public const string TotalItem = "Total";

    public const string TimePeriodColumn = "time_period";
    public const string TimeIdentifierColumn = "time_identifier";
    public const string CouncilColumn = "new_la_code";
    public const string NameColumn = "la_name";

    internal const string ItemJoiner = " | ";

    /// <summary>The columns that say whose figures of when a row holds; they come first.</summary>
    public static IReadOnlyList<string> KeyColumns { get; } =
    [TimePeriodColumn, TimeIdentifierColumn, CouncilColumn, NameColumn];

    /// <summary>The combinations of the breakdowns' items, one row each; the last breakdown's change first.</summary>
    public IReadOnlyList<ReturnItem> Rows { get; } =
    [
        .. Breakdowns
            .Aggregate<ReturnBreakdown, IEnumerable<IReadOnlyList<string>>>(
                [
                    [],
                ],
                (rows, breakdown) =>
                    rows.SelectMany(row => breakdown.Items.Select(item => (IReadOnlyList<string>)[.. row, item]))
            )
            .Select(items => new ReturnItem(NameOf(items), items)),
    ];

    /// <summary>Names of <see cref="Rows"/>.</summary>
    public IReadOnlyList<string> Items => field ??= [.. Rows.Select(row => row.Name)];

    /// <summary>Name of the row that is the total of everything.</summary>
    public string TotalRow => field ??= NameOf([.. Breakdowns.Select(_ => TotalItem)]);

    /// <summary>All columns of the table, in order.</summary>
    public IReadOnlyList<string> Columns { get; } =
    [.. KeyColumns, .. Breakdowns.Select(breakdown => breakdown.Column), .. Fields.Select(field => field.Name)];

    /// <summary>
    /// The name of a row: its item; <c>White | Total</c> where there are two breakdowns; <c>Total</c> where there is none.
    /// </summary>
    public static string NameOf(IReadOnlyList<string> items) =>
        items.Count == 0 ? TotalItem : string.Join(ItemJoiner, items);
}

/// <summary>A column whose items divide a collection's figures.</summary>
/// <param name="Sensitivity">Of what it divides by: figures of one item are at least as sensitive.</param>
public sealed record ReturnBreakdown(string Column, string Title, IReadOnlyList<string> Items, Sensitivity Sensitivity);

/// <param name="Name">As <see cref="ReturnCollection.NameOf"/> makes it.</param>
/// <param name="Items">One of each breakdown, in their order.</param>
public sealed record ReturnItem(string Name, IReadOnlyList<string> Items);

/// <summary>The items of a breakdown other than the total are parts of it that do not overlap.</summary>
/// <param name="Breakdown">Its column.</param>
/// <param name="Item">The one that is the total.</param>
/// <param name="Fields">Of which this holds.</param>
public sealed record ReturnTotal(string Breakdown, string Item, IReadOnlyList<string> Fields);

/// <param name="Name">Of the column: lower-case letters, digits and underscores.</param>
/// <param name="IsInteger">Whether decimals are a fault.</param>
/// <param name="Minimum">Never below zero.</param>
/// <param name="Sensitivity">Which disclosure rules apply to it; null where the indicators made of it say so.</param>
/// <param name="SwingPercent">By how much it may differ from the last return without an explanation; null for any.</param>
/// <param name="People">The column that counts the people behind these figures, where the figures themselves count something else,
/// such as answers; null for none.</param>
public sealed record ReturnField(
    string Name,
    string Title,
    string Description,
    ReturnFieldKind Kind,
    bool IsInteger,
    decimal Minimum,
    decimal? Maximum,
    Sensitivity? Sensitivity,
    int? SwingPercent,
    string? People
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

/// <param name="From">The digits of the first period of which it holds.</param>
/// <param name="Fields">Whose meaning changed.</param>
/// <param name="Sentence">What changed, for whoever fills in the return.</param>
public sealed record DefinitionChange(string From, IReadOnlyList<string> Fields, string Sentence);

/// <summary>A part is not more than its whole, in every row.</summary>
/// <param name="Sentence">Why, for whoever fills in the return.</param>
public sealed record NotMoreThan(string Part, string Whole, string Sentence);
