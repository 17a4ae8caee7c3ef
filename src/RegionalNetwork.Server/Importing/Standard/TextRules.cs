namespace RegionalNetwork.Server.Importing.Standard;

/// <summary>What no text of a file may be, wherever it stands: a formula, a carrier of invisible characters, a person.</summary>
internal static class TextRules
{
    /// <summary>Spreadsheets run cells that start with these.</summary>
    public static bool IsFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    public static Finding? Check(string? column, string text)
    {
        if (IsFormula(text))
        {
            return Finding.Fault(
                ImportFaultCodes.CellFormula,
                column,
                text,
                "A spreadsheet would run this text as a formula. Start it with a letter or a digit."
            );
        }

        if (SafeText.HasInvisible(text))
        {
            return Finding.Fault(
                ImportFaultCodes.CellControlCharacter,
                column,
                text,
                "The text holds a character that cannot be seen, such as a tab or a direction mark. Type it again."
            );
        }

        return PersonalData.IsValue(text)
            ? Finding.Fault(ImportFaultCodes.PersonalData, column, null, PersonalData.Advice)
            : null;
    }
}
