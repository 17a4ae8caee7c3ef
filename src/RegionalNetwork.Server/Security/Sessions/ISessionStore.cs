using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>
/// Where the open sessions are written down, so that a restart neither ends one nor forgets that one was ended. Names nobody. For one
/// thread at a time; each member may throw a <see cref="JournalUnavailableException"/>.
/// </summary>
internal interface ISessionStore : IDisposable
{
    /// <returns>Another number whenever another process has changed the list; much cheaper than to read it.</returns>
    long Version();

    IReadOnlyList<OpenSession> Read();

    /// <returns>Null where it is not on the list.</returns>
    OpenSession? Find(string id);

    /// <summary>One begins and others end, all or none, on disk when this returns.</summary>
    /// <param name="begun">Null where none begins.</param>
    void Change(OpenSession? begun, IReadOnlyCollection<string> ended);

    void Mark(string id, DateTimeOffset used);
}
