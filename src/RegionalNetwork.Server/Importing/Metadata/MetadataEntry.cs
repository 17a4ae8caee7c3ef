namespace RegionalNetwork.Server.Importing.Metadata;

/// <summary>One row of a metadata file that holds to the rules: what one column of the data file is.</summary>
/// <param name="GroupingColumn">The data column that groups the items of this filter, or null.</param>
internal sealed record MetadataEntry(
    int Line,
    string Column,
    bool IsFilter,
    string Label,
    string Group,
    string Unit,
    int? DecimalPlaces,
    string? GroupingColumn
);
