using System.Text;

namespace RegionalNetwork.Domain.Returns.Checks;

/// <summary>Texts of a table that somebody sent.</summary>
internal static class CellText
{
    /// <summary>Spreadsheets run cells that start with these.</summary>
    public static bool IsFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    /// <summary>Fit to be shown: one line, nothing invisible, no formula, not long.</summary>
    public static string Shown(string text)
    {
        var shown = new StringBuilder(Math.Min(text.Length, Limits.ShownTextCharacters) + 1);
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= Limits.ShownTextCharacters)
            {
                shown.Append('…');
                break;
            }

            shown.Append(
                Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format
                    ? "?"
                    : rune.ToString()
            );
        }

        return shown.ToString();
    }

    /// <summary>Whether two texts say the same when case and blanks around them are ignored.</summary>
    public static bool Same(string one, string other) =>
        one.AsSpan().Trim().Equals(other.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
}
