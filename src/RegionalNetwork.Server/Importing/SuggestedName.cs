using System.Text;
using System.Text.RegularExpressions;
using RegionalNetwork.Domain;

namespace RegionalNetwork.Server.Importing;

/// <summary>Title and slug of a publication, from the name of its file.</summary>
internal static partial class SuggestedName
{
    private const int CharactersMax = Limits.PublicationSlugCharacters;

    public static (string Title, string Slug) From(string fileName)
    {
        var stem = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        stem = Extension().Replace(stem, "");
        stem = stem.Length <= CharactersMax ? stem : stem[..CharactersMax];
        var slug = Slug(Years().Replace(stem, ""));
        if (slug.Length == 0)
        {
            slug = Slug(stem);
        }

        slug = slug.Length == 0 ? "data-set" : slug;
        return (char.ToUpperInvariant(slug[0]) + slug[1..].Replace('-', ' '), slug);
    }

    private static string Slug(string stem)
    {
        var slug = new StringBuilder(stem.Length);
        foreach (var character in stem)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(char.ToLowerInvariant(character));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    [GeneratedRegex(
        @"(\.meta)?\.csv$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Extension();

    /// <summary>Years at the end, which change from vintage to vintage: <c>_2017_to_2023</c>, <c>-202425</c>.</summary>
    [GeneratedRegex(
        @"([_\- ]+(to[_\- ]+)?(20[0-9]{2}|20[0-9]{4}))+$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Years();
}
