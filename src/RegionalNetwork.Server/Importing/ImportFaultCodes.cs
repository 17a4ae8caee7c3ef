namespace RegionalNetwork.Server.Importing;

/// <summary>The codes of faults and warnings. They are part of the contract with clients: add, never rename.</summary>
public static class ImportFaultCodes
{
    // The file as a whole.
    public const string FileEmpty = "FILE_EMPTY";
    public const string FileTooLarge = "FILE_TOO_LARGE";
    public const string FileIsWorkbook = "FILE_IS_WORKBOOK";
    public const string FileIsUtf16 = "FILE_IS_UTF16";
    public const string FileHasNul = "FILE_HAS_NUL";
    public const string FileNotUtf8 = "FILE_NOT_UTF8";
    public const string FileEndsMidLine = "FILE_ENDS_MID_LINE";
    public const string SeparatorNotComma = "SEPARATOR_NOT_COMMA";
    public const string QuotesMalformed = "QUOTES_MALFORMED";
    public const string RowsMissing = "ROWS_MISSING";
    public const string RowsTooMany = "ROWS_TOO_MANY";
    public const string RowEmpty = "ROW_EMPTY";
    public const string RowWrongLength = "ROW_WRONG_LENGTH";
    public const string RowDuplicate = "ROW_DUPLICATE";
    public const string CellTooLong = "CELL_TOO_LONG";
    public const string CellControlCharacter = "CELL_CONTROL_CHARACTER";
    public const string CellFormula = "CELL_FORMULA";
    public const string CellBlanksTrimmed = "CELL_BLANKS_TRIMMED";
    public const string PersonalData = "PERSONAL_DATA";

    // Columns.
    public const string ColumnsTooMany = "COLUMNS_TOO_MANY";
    public const string ColumnMissing = "COLUMN_MISSING";
    public const string ColumnDuplicate = "COLUMN_DUPLICATE";
    public const string ColumnNameBlank = "COLUMN_NAME_BLANK";
    public const string ColumnNameUnusual = "COLUMN_NAME_UNUSUAL";
    public const string ColumnNameAlias = "COLUMN_NAME_ALIAS";
    public const string ColumnEmpty = "COLUMN_EMPTY";
    public const string ColumnNotInMetadata = "COLUMN_NOT_IN_METADATA";
    public const string IndicatorsMissing = "INDICATORS_MISSING";
    public const string TextTooLong = "TEXT_TOO_LONG";

    // Time.
    public const string TimePeriodBlank = "TIME_PERIOD_BLANK";
    public const string TimePeriodInvalid = "TIME_PERIOD_INVALID";
    public const string TimePeriodNotConsecutive = "TIME_PERIOD_NOT_CONSECUTIVE";
    public const string TimeIdentifierBlank = "TIME_IDENTIFIER_BLANK";
    public const string TimeIdentifierUnknown = "TIME_IDENTIFIER_UNKNOWN";
    public const string TimeIdentifierSpelling = "TIME_IDENTIFIER_SPELLING";
    public const string TimeIdentifiersMixed = "TIME_IDENTIFIERS_MIXED";

    // Geography.
    public const string LevelBlank = "LEVEL_BLANK";
    public const string LevelUnknown = "LEVEL_UNKNOWN";
    public const string LevelSpelling = "LEVEL_SPELLING";
    public const string LevelNotHeld = "LEVEL_NOT_HELD";
    public const string RowsNoneHeld = "ROWS_NONE_HELD";
    public const string AreaNotHeld = "AREA_NOT_HELD";
    public const string AreaCodeBlank = "AREA_CODE_BLANK";
    public const string AreaCodeFormat = "AREA_CODE_FORMAT";
    public const string AreaCodeUnknown = "AREA_CODE_UNKNOWN";
    public const string AreaCodesDisagree = "AREA_CODES_DISAGREE";
    public const string AreaCodeLegacy = "AREA_CODE_LEGACY";
    public const string AreaCodeTwoNames = "AREA_CODE_TWO_NAMES";
    public const string AreaNameBlank = "AREA_NAME_BLANK";
    public const string AreaNameMismatch = "AREA_NAME_MISMATCH";
    public const string AreaNameVariant = "AREA_NAME_VARIANT";
    public const string AreaRegionUnusual = "AREA_REGION_UNUSUAL";
    public const string AreaRegionBlank = "AREA_REGION_BLANK";
    public const string AreaOverCompleted = "AREA_OVER_COMPLETED";
    public const string JointReturnUnlisted = "JOINT_RETURN_UNLISTED";
    public const string RegionRowsAbsent = "REGION_ROWS_ABSENT";

    // Filters.
    public const string FilterBlank = "FILTER_BLANK";
    public const string FilterItemsTooMany = "FILTER_ITEMS_TOO_MANY";
    public const string FiltersTooMany = "FILTERS_TOO_MANY";
    public const string SlicesTooMany = "SLICES_TOO_MANY";
    public const string FilterOneItem = "FILTER_ONE_ITEM";
    public const string FilterNoTotal = "FILTER_NO_TOTAL";
    public const string FilterItemsDifferByCase = "FILTER_ITEMS_DIFFER_BY_CASE";
    public const string EthnicityNotStandard = "ETHNICITY_NOT_STANDARD";

    // Figures.
    public const string FigureBlank = "FIGURE_BLANK";
    public const string FigureNotANumber = "FIGURE_NOT_A_NUMBER";
    public const string FigureThousandsSeparator = "FIGURE_THOUSANDS_SEPARATOR";
    public const string FigureCurrencySign = "FIGURE_CURRENCY_SIGN";
    public const string FigurePercentSign = "FIGURE_PERCENT_SIGN";
    public const string FigureExponent = "FIGURE_EXPONENT";
    public const string FigureNotFinite = "FIGURE_NOT_FINITE";
    public const string FigureTooLong = "FIGURE_TOO_LONG";
    public const string FigureOutOfRange = "FIGURE_OUT_OF_RANGE";
    public const string FiguresTooMany = "FIGURES_TOO_MANY";
    public const string SymbolObsolete = "SYMBOL_OBSOLETE";

    // Metadata.
    public const string MetadataColumnMissing = "METADATA_COLUMN_MISSING";
    public const string MetadataColumnUnknown = "METADATA_COLUMN_UNKNOWN";
    public const string MetadataNameBlank = "METADATA_NAME_BLANK";
    public const string MetadataNameDuplicate = "METADATA_NAME_DUPLICATE";
    public const string MetadataNameNotInData = "METADATA_NAME_NOT_IN_DATA";
    public const string MetadataNameReserved = "METADATA_NAME_RESERVED";
    public const string MetadataTypeUnknown = "METADATA_TYPE_UNKNOWN";
    public const string MetadataLabelBlank = "METADATA_LABEL_BLANK";
    public const string MetadataLabelDuplicate = "METADATA_LABEL_DUPLICATE";
    public const string MetadataUnitUnknown = "METADATA_UNIT_UNKNOWN";
    public const string MetadataDecimalPlacesInvalid = "METADATA_DECIMAL_PLACES_INVALID";
    public const string MetadataDecimalPlacesMissing = "METADATA_DECIMAL_PLACES_MISSING";
    public const string MetadataForFilterOnly = "METADATA_FOR_FILTER_ONLY";
    public const string MetadataForIndicatorOnly = "METADATA_FOR_INDICATOR_ONLY";
    public const string MetadataGroupingColumnAbsent = "METADATA_GROUPING_COLUMN_ABSENT";
    public const string MetadataGroupingColumnListed = "METADATA_GROUPING_COLUMN_LISTED";
    public const string MetadataMissing = "METADATA_MISSING";
}
