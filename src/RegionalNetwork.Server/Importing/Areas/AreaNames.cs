using System.Text;

namespace RegionalNetwork.Server.Importing.Areas;

internal enum NameMatch
{
    Same,

    /// <summary>The same place by a shorter, longer or differently written name: <c>Bristol</c> for <c>Bristol, City of</c>.</summary>
    Variant,
    Different,
}

/// <summary>Compares names of places as people write them.</summary>
internal static class AreaNames
{
    /// <summary>Words that say what kind of place it is, not which.</summary>
    private static readonly HashSet<string> Kinds =
    [
        "and",
        "borough",
        "city",
        "council",
        "county",
        "district",
        "london",
        "metropolitan",
        "of",
        "royal",
        "the",
        "ua",
        "unitary",
        "upon",
    ];

    /// <summary>Words that make it another place: <c>North Yorkshire</c> is not <c>Yorkshire</c>.</summary>
    private static readonly HashSet<string> Distinctions =
    [
        "bath",
        "central",
        "chester",
        "east",
        "inner",
        "isle",
        "isles",
        "north",
        "outer",
        "south",
        "west",
    ];

    public static NameMatch Compare(string written, string known)
    {
        if (written == known)
        {
            return NameMatch.Same;
        }

        var (writtenWords, knownWords) = (Words(written), Words(known));
        if (writtenWords.SetEquals(knownWords))
        {
            return NameMatch.Variant;
        }

        return
            writtenWords.Count > 0
            && writtenWords.IsSubsetOf(knownWords)
            && !knownWords.Except(writtenWords).Any(Distinctions.Contains)
            ? NameMatch.Variant
            : NameMatch.Different;
    }

    private static HashSet<string> Words(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var character in name.Replace("&", " and ", StringComparison.Ordinal))
        {
            // "St. Helen's" is "St Helens", "Southend-on-Sea" is "Southend on Sea".
            if (char.IsLetterOrDigit(character))
            {
                text.Append(char.ToLowerInvariant(character));
            }
            else if (character is not ('.' or '\'' or '’'))
            {
                text.Append(' ');
            }
        }

        var words = text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        // A name of nothing but such words ("City of London", "London") is told by them.
        return words.All(Kinds.Contains) ? words : [.. words.Where(word => !Kinds.Contains(word))];
    }
}
