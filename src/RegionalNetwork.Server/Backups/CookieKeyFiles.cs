using System.Xml.Linq;
using RegionalNetwork.Server.People;

namespace RegionalNetwork.Server.Backups;

/// <summary>Keys of cookies as the files of a data folder, as ASP.NET Core's data protection keeps them.</summary>
internal static class CookieKeyFiles
{
    private const string Extension = ".xml";

    public static IReadOnlyList<(string Name, XElement Element)> Read(DirectoryInfo data) =>
        [
            .. BackupNames
                .CookieKeys(data)
                .Select(name =>
                    (Path.GetFileNameWithoutExtension(name), XElement.Load(BackupNames.PathOf(data.FullName, name)))
                ),
        ];

    /// <exception cref="InvalidDataException">A key has a name that no file of one has.</exception>
    public static void Write(DirectoryInfo data, IReadOnlyList<(string Name, XElement Element)> keys)
    {
        foreach (var (key, element) in keys)
        {
            var name = $"{BackupNames.CookieKeyFolder}/{key}{Extension}";
            if (!BackupNames.IsOne(name))
            {
                throw new InvalidDataException($"'{key}' is no name of a key of cookies.");
            }

            var path = BackupNames.PathOf(data.FullName, name);
            PrivateFiles.Make(path);
            File.WriteAllText(path, element.ToString());
        }
    }
}
