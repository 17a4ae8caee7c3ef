using System.Globalization;
using System.Text;

namespace RegionalNetwork.Domain.Kernel;

/// <summary>Text that somebody typed, made safe to keep: trimmed, within a length, without control characters or personal data.</summary>
/// <param name="Value">The text to keep; line breaks, where allowed, are <c>\n</c>.</param>
/// <param name="Fault">Why it may not be kept, or null.</param>
public readonly record struct FreeText(string Value, Refusal? Fault)
{
    /// <summary>A text of one line.</summary>
    public static FreeText Line(string text, int charactersMax, params IReadOnlyList<string> path) =>
        Checked(text.Trim(), mayBreakLines: false, charactersMax, path);

    /// <summary>A text of several paragraphs.</summary>
    public static FreeText Paragraphs(string text, int charactersMax, params IReadOnlyList<string> path) =>
        Checked(text.ReplaceLineEndings("\n").Trim(), mayBreakLines: true, charactersMax, path);

    private static FreeText Checked(string text, bool mayBreakLines, int charactersMax, IReadOnlyList<string> path)
    {
        if (text.Length > charactersMax)
        {
            return new FreeText("", CommonRefusals.TextTooLong(charactersMax, path));
        }

        if (HasForbiddenCharacter(text, mayBreakLines))
        {
            return new FreeText("", CommonRefusals.ControlCharacters(path));
        }

        return PersonalData.In(text) is { } what
            ? new FreeText("", CommonRefusals.PersonalData(what, path))
            : new FreeText(text, null);
    }

    private static bool HasForbiddenCharacter(string text, bool mayBreakLines)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            // Half a surrogate pair cannot be written as UTF-8, so it could never be read back.
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                return true;
            }

            var isLineBreak = rune.Value == '\n' && mayBreakLines;
            if (!isLineBreak && (IsControl(rune) || IsDirectionOverride(rune)))
            {
                return true;
            }

            rest = rest[length..];
        }

        return false;
    }

    private static bool IsControl(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    /// <summary>Characters that reverse the display of what follows: they make a text read as what it is not.</summary>
    private static bool IsDirectionOverride(Rune rune) =>
        rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
