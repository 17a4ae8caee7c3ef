namespace RegionalNetwork.Domain.Returns.Checks;

/// <summary>The codes of faults and warnings. They are part of the contract with clients: add, never rename.</summary>
public static class ReturnFaultCodes
{
    public const string HeadingUnknown = "HEADING_UNKNOWN";
    public const string HeadingMissing = "HEADING_MISSING";
    public const string HeadingDuplicate = "HEADING_DUPLICATE";

    public const string RowsMissing = "ROWS_MISSING";
    public const string RowWrongLength = "ROW_WRONG_LENGTH";
    public const string RowMissing = "ROW_MISSING";
    public const string RowDuplicate = "ROW_DUPLICATE";
    public const string PeriodWrong = "PERIOD_WRONG";
    public const string TimeIdentifierWrong = "TIME_IDENTIFIER_WRONG";
    public const string CouncilWrong = "COUNCIL_WRONG";
    public const string NameWrong = "NAME_WRONG";
    public const string ItemUnknown = "ITEM_UNKNOWN";

    public const string FigureBlank = "FIGURE_BLANK";
    public const string FigureNotANumber = "FIGURE_NOT_A_NUMBER";
    public const string FigureNotWhole = "FIGURE_NOT_WHOLE";
    public const string FigureTooSmall = "FIGURE_TOO_SMALL";
    public const string FigureTooLarge = "FIGURE_TOO_LARGE";
    public const string SymbolNotAllowed = "SYMBOL_NOT_ALLOWED";
    public const string CellFormula = "CELL_FORMULA";
    public const string PersonalData = "PERSONAL_DATA";

    public const string PartOverWhole = "PART_OVER_WHOLE";
    public const string GroupsDifferFromTotal = "GROUPS_DIFFER_FROM_TOTAL";

    // Warnings.
    public const string Swing = "SWING";
    public const string DefinitionChanged = "DEFINITION_CHANGED";
}
