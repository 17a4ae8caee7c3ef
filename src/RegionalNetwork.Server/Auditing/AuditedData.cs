using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.Auditing;

/// <summary>The journal and the access log of a data folder, opened beside a running server and without replaying anything.</summary>
internal sealed class AuditedData : IAsyncDisposable
{
    private AuditedData(SqliteJournal journal, AccessLog? accessLog) => (Journal, AccessLog) = (journal, accessLog);

    public IJournal Journal { get; }

    /// <summary>Null when nothing was ever recorded.</summary>
    public AccessLog? AccessLog { get; }

    /// <exception cref="FileNotFoundException">The folder has no journal. None is begun.</exception>
    public static AuditedData Open(DirectoryInfo data)
    {
        var journal = Path.Combine(data.FullName, NetworkHost.JournalFile);
        if (!File.Exists(journal))
        {
            throw new FileNotFoundException(
                $"There is no journal in {data.FullName}. Name the data folder with --data."
            );
        }

        var accessLog = File.Exists(AccessFile.In(data)) ? Access.AccessLog.In(data) : null;
        return new AuditedData(SqliteJournal.Open(journal), accessLog);
    }

    public async Task<Checkpoint> TakeCheckpointAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var journal = await Journal.ReadChainHeadAsync(cancellation);
        var access = AccessLog is null ? AccessChain.Start : await AccessLog.ReadHeadAsync(cancellation);
        return new Checkpoint(
            now,
            new Checkpoint.Head(journal.Position.Value, journal.Hash.ToString(), At: null),
            new Checkpoint.Head(access.Position, access.Hash.ToString(), access.At)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        if (AccessLog is not null)
        {
            await AccessLog.DisposeAsync();
        }
    }
}
