using System.Text;

namespace RegionalNetwork.Server.Importing.Standard;

/// <summary>The letters and digits of a name in lower case: what remains of it when case, punctuation and blanks are ignored.</summary>
internal static class Spelling
{
    public static string Essence(string text)
    {
        var essence = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                essence.Append(char.ToLowerInvariant(character));
            }
        }

        return essence.ToString();
    }
}
