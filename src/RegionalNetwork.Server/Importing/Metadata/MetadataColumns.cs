namespace RegionalNetwork.Server.Importing.Metadata;

/// <summary>The columns of a metadata file.</summary>
internal static class MetadataColumns
{
    public const string Name = "col_name";
    public const string Type = "col_type";
    public const string Label = "label";
    public const string IndicatorGrouping = "indicator_grouping";
    public const string IndicatorUnit = "indicator_unit";
    public const string IndicatorDecimalPlaces = "indicator_dp";
    public const string FilterHint = "filter_hint";
    public const string FilterGroupingColumn = "filter_grouping_column";
    public const string FilterDefault = "filter_default";

    public static readonly IReadOnlyList<string> Mandatory =
    [
        Name,
        Type,
        Label,
        IndicatorGrouping,
        IndicatorUnit,
        IndicatorDecimalPlaces,
        FilterHint,
        FilterGroupingColumn,
    ];

    public static readonly IReadOnlyList<string> All = [.. Mandatory, FilterDefault];

    public static readonly IReadOnlyList<string> ForIndicatorOnly =
    [
        IndicatorGrouping,
        IndicatorUnit,
        IndicatorDecimalPlaces,
    ];

    public static readonly IReadOnlyList<string> ForFilterOnly = [FilterHint, FilterGroupingColumn, FilterDefault];
}
