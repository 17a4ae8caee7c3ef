using Microsoft.Data.Sqlite;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;

namespace RegionalNetwork.Server.Access;

/// <summary>
/// Deletes records from the beginning of the log while they are older than is kept. The last one's position and hash stay, so that
/// the chain still has a beginning; a record that is younger holds back those after it.
/// </summary>
internal static class AccessRetention
{
    /// <returns>How many records went.</returns>
    /// <exception cref="JournalUnavailableException">The disk is full or failed, or another process keeps the log locked.</exception>
    public static long Forget(SqliteFile file, DateTimeOffset before, CancellationToken cancellation)
    {
        try
        {
            using var connection = file.ConnectWriter();
            var (all, batch) = (0L, 0L);
            do
            {
                cancellation.ThrowIfCancellationRequested();
                batch = ForgetBatch(connection, UnixMicroseconds.Of(before));
                all += batch;
            } while (batch == AccessLimits.RetentionBatchRecords);
            return all;
        }
        catch (SqliteException fault)
        {
            throw file.Translate(fault);
        }
    }

    /// <summary>Has an empty log go on from the last record that another one has deleted.</summary>
    /// <returns>False where it is not empty.</returns>
    /// <exception cref="JournalUnavailableException">The disk is full or failed, or another process keeps the log locked.</exception>
    public static bool BeginAfter(SqliteFile file, AccessHead forgotten)
    {
        try
        {
            using var connection = file.ConnectWriter();
            using var transaction = connection.BeginTransaction(deferred: false);
            if (
                SqliteFile.ReadNumber(
                    connection,
                    "SELECT (SELECT count(*) FROM records) + (SELECT count(*) FROM forgotten)"
                ) > 0
            )
            {
                return false;
            }

            if (forgotten.Position > 0)
            {
                Remember(connection, forgotten);
            }

            transaction.Commit();
            return true;
        }
        catch (SqliteException fault)
        {
            throw file.Translate(fault);
        }
    }

    private static long ForgetBatch(SqliteConnection connection, long before)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var (count, last) = FindBatch(connection, before);
        if (last is null)
        {
            return 0;
        }

        Remember(connection, last);
        using var delete = new SqliteStatement(connection, "DELETE FROM records WHERE position <= $1", 1);
        delete.Execute(last.Position);
        transaction.Commit();
        return count;
    }

    private static void Remember(SqliteConnection connection, AccessHead last)
    {
        using var remember = new SqliteStatement(
            connection,
            "INSERT INTO forgotten (only_one, position, hash, at) VALUES (1, $1, $2, $3) ON CONFLICT (only_one) DO UPDATE "
                + "SET position = excluded.position, hash = excluded.hash, at = excluded.at",
            3
        );
        remember.Execute(last.Position, last.Hash.ToArray(), UnixMicroseconds.Of(last.At!.Value));
    }

    private static (long Count, AccessHead? Last) FindBatch(SqliteConnection connection, long before)
    {
        using var oldest = new SqliteStatement(
            connection,
            "SELECT position, hash, at FROM records ORDER BY position LIMIT $1",
            1
        );
        using var rows = oldest.Query((long)AccessLimits.RetentionBatchRecords);
        var count = 0L;
        AccessHead? last = null;
        while (rows.Read() && rows.GetInt64(2) < before)
        {
            count++;
            last = new AccessHead(
                rows.GetInt64(0),
                new ChainHash(rows.GetFieldValue<byte[]>(1)),
                UnixMicroseconds.ToInstant(rows.GetInt64(2))
            );
        }

        return (count, last);
    }
}
