namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>The form of names that are written down for ever.</summary>
internal static class WireName
{
    /// <summary>
    /// Lower-case letters and digits in words joined by single hyphens, the first character a letter.
    /// </summary>
    public static bool IsKebab(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetterLower(text[0]) || text[^1] == '-')
        {
            return false;
        }
        for (var i = 1; i < text.Length; i++)
        {
            var isWordCharacter = char.IsAsciiLetterLower(text[i]) || char.IsAsciiDigit(text[i]);
            if (!isWordCharacter && (text[i] != '-' || text[i - 1] == '-'))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Kebab names joined by dots and ended by a version: <c>council.priority-declared.v1</c>.</summary>
    public static bool IsEventType(string? text)
    {
        if (text is null or { Length: 0 or > Limits.EventTypeLength })
        {
            return false;
        }
        var versionDot = text.LastIndexOf('.');
        if (versionDot < 1 || !IsVersion(text.AsSpan(versionDot + 1)))
        {
            return false;
        }
        foreach (var part in text.AsSpan(0, versionDot).Split('.'))
        {
            if (!IsKebab(text.AsSpan(0, versionDot)[part]))
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsVersion(ReadOnlySpan<char> text) =>
        text is ['v', >= '1' and <= '9', ..] && !text[1..].ContainsAnyExceptInRange('0', '9');
}
