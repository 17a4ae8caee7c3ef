using System.Globalization;
using System.Text;

namespace RegionalNetwork.Server.Importing;

/// <summary>Text from a hostile file or another node, made fit to show: short, one line, nothing invisible.</summary>
internal static class SafeText
{
    private const int CharactersMax = 80;

    public static string Of(string text) => Of(text, CharactersMax);

    public static string Of(string text, int charactersMax)
    {
        var safe = new StringBuilder(Math.Min(text.Length, charactersMax));
        foreach (var rune in text.EnumerateRunes())
        {
            if (safe.Length >= charactersMax)
            {
                safe.Append('…');
                break;
            }

            if (IsInvisible(rune))
            {
                safe.Append("\\u{").Append(rune.Value.ToString("X4")).Append('}');
            }
            else
            {
                safe.Append(rune.ToString());
            }
        }

        return safe.ToString();
    }

    public static bool HasInvisible(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsInvisible(rune))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Control, formatting (direction marks, zero-width) and line-separating characters, and those without a meaning.</summary>
    private static bool IsInvisible(Rune rune) =>
        !(rune.IsAscii && rune.Value is >= 0x20 and < 0x7F)
        && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned;
}
