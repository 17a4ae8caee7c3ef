using System.Diagnostics.CodeAnalysis;

namespace RegionalNetwork.Domain.Publications;

/// <summary>The short name of a publication, fit for an address: <c>csww</c>, <c>wolverhampton-psw-report-2021-22</c>.</summary>
public sealed record PublicationId
{
    private PublicationId(string slug) => Slug = slug;

    public string Slug { get; }

    /// <summary>Accepts lower-case letters, digits and single hyphens between them, at most
    /// <see cref="Limits.PublicationSlugCharacters"/>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PublicationId? id)
    {
        id = IsSlug(text) ? new PublicationId(text!) : null;
        return id is not null;
    }

    public override string ToString() => Slug;

    private static bool IsSlug(string? text) =>
        text is { Length: > 0 and <= Limits.PublicationSlugCharacters }
        && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
        && text[0] != '-'
        && text[^1] != '-'
        && !text.Contains("--", StringComparison.Ordinal);
}
