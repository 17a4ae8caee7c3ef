namespace RegionalNetwork.Domain;

/// <summary>How much of anything the domain accepts. A command over a limit is refused, never cut.</summary>
public static class Limits
{
    public const int PublicationSlugCharacters = 60;
    public const int PublicationTitleCharacters = 200;
    public const int FileNameCharacters = 255;
    public const int WarningsPerVintage = 1_000;

    public const int PeriodsPerVintage = 1_000;
    public const int AreasPerVintage = 20_000;
    public const int DimensionsPerVintage = 20;
    public const int SlicesPerVintage = 100_000;
    public const int IndicatorsPerVintage = 500;

    /// <summary>Names, labels, codes and items of a data set.</summary>
    public const int DataSetNameCharacters = 200;

    /// <summary>Rows times indicators: twenty megabytes of cells in memory, and some sixty in the journal.</summary>
    public const int FiguresPerVintage = 5_000_000;

    /// <summary>Bounds the size of one event in the journal to about half a megabyte.</summary>
    public const int FiguresPerEvent = 100_000;

    /// <summary>The longest cell text that can be a figure: a double written in full is shorter.</summary>
    public const int FigureTextCharacters = 32;

    /// <summary>Beyond this a figure loses digits, and no count of anything in England comes near.</summary>
    public const double FigureMagnitude = 1e15;

    /// <summary>Faults reported for one data set before the rest is left unsaid.</summary>
    public const int RefusalsPerDataSet = 20;

    public const int StatementsPerReport = 2_000;
    public const int StatementTextCharacters = 500;

    /// <summary>Bytes of one indicator mapping file.</summary>
    public const int MappingBytes = 1_048_576;
    public const int IndicatorsPerMapping = 500;
    public const int WorkingDaysPerYear = 366;
    public const int DecimalPlaces = 10;
}
