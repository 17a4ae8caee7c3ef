using System.Reflection;
using Microsoft.Data.Sqlite;

namespace RegionalNetwork.EventSourcing.Journal.Sqlite;

/// <summary>A kind of SQLite file that this program keeps.</summary>
/// <param name="Name">What people call it, for messages: <c>journal</c>.</param>
/// <param name="ApplicationId">Tells its files from other SQLite files; see https://sqlite.org/fileformat.html.</param>
/// <param name="Steps">
/// What leads from each format to the next, the first from an empty file to format 1. A new file takes all, an old one those
/// that it has not taken, in one transaction. A step that was released never changes.
/// </param>
public sealed record SqliteFormat(string Name, int ApplicationId, IReadOnlyList<Action<SqliteConnection>> Steps)
{
    /// <summary>The newest format, in which every file is once it is open.</summary>
    public int Number => Steps.Count;

    internal string WithArticle => Name[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? $"an {Name}" : $"a {Name}";

    /// <summary>A step that runs a script embedded in the assembly.</summary>
    public static Action<SqliteConnection> Script(Assembly assembly, string resource) =>
        connection =>
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var reader = new StreamReader(stream);
            SqliteFile.Execute(connection, reader.ReadToEnd());
        };
}
