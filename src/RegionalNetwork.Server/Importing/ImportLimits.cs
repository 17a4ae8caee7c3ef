using RegionalNetwork.Domain;

namespace RegionalNetwork.Server.Importing;

/// <summary>The limits of an import. The largest file in the standard that councils use has 65,000 rows and 10 MB.</summary>
public sealed record ImportLimits
{
    public static ImportLimits Default { get; } = new();

    public int FileBytesMax { get; init; } = 50 * 1024 * 1024;

    public int RowsMax { get; init; } = 500_000;

    public int ColumnsMax { get; init; } = 300;

    /// <summary>Rows times columns: what is held in memory while a file is checked.</summary>
    public int CellsMax { get; init; } = 10_000_000;

    /// <summary>A cell may become a name in a data set.</summary>
    public int CellCharactersMax { get; init; } = Limits.DataSetNameCharacters;

    public int FiltersMax { get; init; } = Limits.DimensionsPerVintage;

    /// <summary>Rows times indicators.</summary>
    public int FiguresMax { get; init; } = Limits.FiguresPerVintage;

    /// <summary>Distinct combinations of filter items.</summary>
    public int SlicesMax { get; init; } = Limits.SlicesPerVintage;

    /// <summary>More distinct items than this in one filter is free text or an identifier, not a breakdown.</summary>
    public int FilterItemsMax { get; init; } = 5_000;

    public int FaultsReportedMax { get; init; } = 1_000;

    public int WarningsReportedMax { get; init; } = Limits.WarningsPerVintage;
}
