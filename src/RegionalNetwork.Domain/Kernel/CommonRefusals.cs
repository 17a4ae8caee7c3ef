namespace RegionalNetwork.Domain.Kernel;

/// <summary>Refusals that several aggregates share. Codes are stable.</summary>
public static class CommonRefusals
{
    private const string NotPermittedCode = "NOT_PERMITTED";

    /// <summary>Whether it is for who they are that a caller was refused, not for what they sent.</summary>
    public static bool IsOfPermission(string code) => code == NotPermittedCode;

    public static Refusal NotPermitted(string who) =>
        new(NotPermittedCode, $"You may not do this. Ask {who} to do it, or to give you that role.");

    public static Refusal InvalidId(params IReadOnlyList<string> path) =>
        new(
            "INVALID_ID",
            $"Give an identifier of 1 to {Limits.IdCharacters} letters, digits, hyphens, dots or underscores that starts with a "
                + "letter or digit.",
            path
        );

    public static Refusal IdTaken(string id) =>
        new("ID_TAKEN", $"The identifier '{id}' is in use. Choose another, or change what has it.", "id");

    public static Refusal TextRequired(params IReadOnlyList<string> path) =>
        new("TEXT_REQUIRED", "Enter some text: this may not be empty.", path);

    public static Refusal TextTooLong(int charactersMax, params IReadOnlyList<string> path) =>
        new("TEXT_TOO_LONG", $"Shorten this text to {charactersMax} characters or fewer.", path);

    public static Refusal ControlCharacters(params IReadOnlyList<string> path) =>
        new(
            "CONTROL_CHARACTERS",
            "Remove the invisible control characters. Copying the text through a plain text editor does that.",
            path
        );

    public static Refusal PersonalData(string what, params IReadOnlyList<string> path) =>
        new(
            "PERSONAL_DATA",
            $"Remove what looks like {what}. Nothing here may identify a child, a family, an adult or a worker; "
                + "name roles and teams instead.",
            path
        );

    public static Refusal InvalidYear(params IReadOnlyList<string> path) =>
        new(
            "INVALID_YEAR",
            $"Write the year as two consecutive years, such as 2022-23, from {new FinancialYear(Limits.FirstYear)} to "
                + $"{new FinancialYear(Limits.LastYear)}.",
            path
        );

    public static Refusal InvalidDates(string path) =>
        new("INVALID_DATES", "Give a last day that is not before the first day.", path);

    public static Refusal InvalidValue(string path) =>
        new("INVALID_VALUE", "Choose one of the values that this field lists.", path);

    public static Refusal TooMany(string what, int most, params IReadOnlyList<string> path) =>
        new("TOO_MANY", $"There can be {most} {what} at most. Remove one first.", path);
}
