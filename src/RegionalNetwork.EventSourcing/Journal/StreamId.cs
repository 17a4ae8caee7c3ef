using System.Diagnostics.CodeAnalysis;

namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>
/// Name of a stream: the kind of thing and which one. Two ids are equal when both parts are, letter for letter.
/// </summary>
public sealed record StreamId
{
    /// <param name="category">
    /// Lower-case words joined by single hyphens, starting with a letter: <c>principal-social-worker</c>.
    /// </param>
    /// <param name="key">
    /// One or more visible ASCII characters, no space. Anything wider has several spellings of what reads as one name.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A part is not of that form; use <see cref="TryCreate"/> for names from outside.
    /// </exception>
    public StreamId(string category, string key)
    {
        if (!IsCategory(category))
        {
            throw new ArgumentException(
                $"Name the category in lower-case words joined by hyphens, at most {Limits.StreamCategoryLength} "
                    + "characters.",
                nameof(category)
            );
        }
        if (!IsKey(key))
        {
            throw new ArgumentException(
                $"Give a key of 1 to {Limits.StreamKeyLength} visible ASCII characters without spaces.",
                nameof(key)
            );
        }
        Category = category;
        Key = key;
    }

    public string Category { get; }

    public string Key { get; }

    public static bool TryCreate(string? category, string? key, [NotNullWhen(true)] out StreamId? stream)
    {
        stream = IsCategory(category) && IsKey(key) ? new StreamId(category!, key!) : null;
        return stream is not null;
    }

    public override string ToString() => $"{Category}/{Key}";

    private static bool IsCategory(string? text) =>
        text is { Length: > 0 and <= Limits.StreamCategoryLength } && WireName.IsKebab(text);

    private static bool IsKey(string? text) =>
        text is { Length: > 0 and <= Limits.StreamKeyLength } && !text.AsSpan().ContainsAnyExceptInRange('!', '~');
}
