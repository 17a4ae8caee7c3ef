using Npgsql;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.Stores;

/// <summary>
/// The tables that nodes with one journal share beside it, in the journal's database and by its connection string: sessions and keys
/// of cookies, the access log, keys of people, and how the federation goes.
/// </summary>
/// <remarks>All members may be called from any thread at any time.</remarks>
internal sealed class SharedTables : IDisposable
{
    private static readonly PostgreSqlFormat Format = new(
        "stores",
        [
            PostgreSqlFormat.Script(typeof(SharedTables), "stores-1.sql"),
            PostgreSqlFormat.Script(typeof(SharedTables), "stores-2.sql"),
        ]
    );

    private readonly CancellationTokenSource _closing = new();
    private WrappingKey? _key;
    private int _isClosed;

    private SharedTables(PostgreSqlDatabase database, WrappingKeyFiles keyFiles) =>
        (Database, KeyFiles) = (database, keyFiles);

    public PostgreSqlDatabase Database { get; }

    /// <summary>Where this node has the key that wraps the keys in these tables.</summary>
    public WrappingKeyFiles KeyFiles { get; }

    /// <summary>Opens them, beside a journal; begins them, or brings them to the newest format, where that is to be done.</summary>
    /// <exception cref="JournalFormatException">They are newer than this program, or there is no journal.</exception>
    /// <exception cref="JournalUnavailableException">They cannot be reached or used.</exception>
    public static SharedTables Open(JournalPlace place) => Open(place, mayBegin: true)!;

    /// <summary>Opens them where they were ever begun; null where not.</summary>
    /// <inheritdoc cref="Open(JournalPlace)"/>
    public static SharedTables? OpenExisting(JournalPlace place) => Open(place, mayBegin: false);

    /// <summary>
    /// Runs what wraps or unwraps; again with the key that the database knows now, where that was changed since this node found it.
    /// </summary>
    /// <exception cref="InvalidDataException">The node has no key, or another one than the database knows.</exception>
    /// <exception cref="JournalFormatException">What was wrapped with the key that the database knows was changed.</exception>
    /// <exception cref="JournalUnavailableException">The database cannot be reached or used.</exception>
    public T WithKey<T>(Func<WrappingKey, T> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        for (var change = 0; ; change++)
        {
            // Before anything is read: what is read can be wrapped with this key or with a later one, not with one before.
            var key = Volatile.Read(ref _key) ?? Find();
            try
            {
                return run(key);
            }
            catch (JournalFormatException)
            {
                if (change == StoreLimits.KeyChanges || IsCurrent(key))
                {
                    throw;
                }
            }

            Interlocked.CompareExchange(ref _key, null, key);
        }
    }

    /// <summary>A connection for one thing that writes.</summary>
    public PostgreSqlWriter NewWriter() => new(Database, TimeProvider.System, _closing.Token);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 1)
        {
            return;
        }

        _closing.Cancel();
        Database.Dispose();
        _closing.Dispose();
    }

    private static SharedTables? Open(JournalPlace place, bool mayBegin)
    {
        var options = PostgreSqlJournalOptions.At(place.PostgreSql!) with
        {
            LockWait = StoreLimits.LockWait,
            AnswerWait = StoreLimits.AnswerWait,
            ReconnectWait = StoreLimits.ReconnectWait,
        };
        var tables = new SharedTables(
            PostgreSqlDatabase.Of(options, "store beside the journal", StoreLimits.Connections),
            WrappingKeyFiles.Of(place)
        );
        try
        {
            using var writer = tables.NewWriter();
            if (writer.Run(connection => tables.Bring(connection, mayBegin)))
            {
                return tables;
            }
        }
        catch (Exception fault)
        {
            tables.Dispose();
            var meaning = tables.Database.Translate(fault);
            if (ReferenceEquals(meaning, fault))
            {
                throw;
            }

            throw meaning;
        }

        tables.Dispose();
        return null;
    }

    private WrappingKey Find()
    {
        var found = WrappingKey.Of(this, KeyFiles);
        Volatile.Write(ref _key, found);
        return found;
    }

    private bool IsCurrent(WrappingKey key)
    {
        using var store = new SharedStore(this);
        return key.IsKnownAs(WrappingKey.ReadFingerprint(store));
    }

    private bool Bring(NpgsqlConnection connection, bool mayBegin)
    {
        if (!mayBegin && !Format.IsThere(connection))
        {
            return false;
        }

        Format.Bring(connection, Database);
        return true;
    }
}
