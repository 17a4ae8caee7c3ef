namespace RegionalNetwork.Server.Importing.Columns;

/// <summary>A column to read as a dimension.</summary>
/// <param name="Index">Where it stands in the data file.</param>
internal sealed record FilterColumn(int Index, string Column, string Label);

/// <summary>A column to read as figures.</summary>
/// <param name="DecimalPlaces">As declared; null to take them from the figures.</param>
internal sealed record FigureColumn(
    int Index,
    string Column,
    string Label,
    string Group,
    string Unit,
    int? DecimalPlaces
);

/// <summary>How to read the columns that the standard does not name: as a metadata file declares, or as inferred.</summary>
/// <param name="IsDeclared">Whether a metadata file says so.</param>
internal sealed record ColumnPlan(
    IReadOnlyList<FilterColumn> Filters,
    IReadOnlyList<FigureColumn> Figures,
    bool IsDeclared
);
