using System.Text.RegularExpressions;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Federation;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.Backups;

/// <summary>
/// What of a data folder is in a backup: the journal, the access log, the keys of cookies and the node's own. Not the keys of people, which have
/// a backup of their own, and not the key of development tokens, which is made again.
/// </summary>
internal static partial class BackupNames
{
    public const string CookieKeyFolder = "keys/data-protection";

    /// <summary>Whether a file of this name may be in a backup: no other is ever written into a data folder.</summary>
    public static bool IsOne(string name) =>
        name is JournalPlace.FileName or AccessFile.Name or NodeKey.FileName || CookieKey().IsMatch(name);

    /// <summary>Name of the node's own key in a data folder, where it has one.</summary>
    public static IEnumerable<string> NodeKeys(DirectoryInfo data) =>
        File.Exists(PathOf(data.FullName, NodeKey.FileName)) ? [NodeKey.FileName] : [];

    /// <summary>Names of the keys of cookies in a data folder.</summary>
    public static IEnumerable<string> CookieKeys(DirectoryInfo data)
    {
        var folder = new DirectoryInfo(PathOf(data.FullName, CookieKeyFolder));
        return folder.Exists
            ? folder
                .EnumerateFiles("*.xml")
                .Select(file => $"{CookieKeyFolder}/{file.Name}")
                .Where(IsOne)
                .Order(StringComparer.Ordinal)
            : [];
    }

    public static string PathOf(string folder, string name) =>
        Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));

    [GeneratedRegex(@"\Akeys/data-protection/[A-Za-z0-9-]{1,100}\.xml\z", RegexOptions.NonBacktracking)]
    private static partial Regex CookieKey();
}
