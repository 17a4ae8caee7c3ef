using Npgsql;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.Federation.Status;

/// <summary>
/// What nodes with one journal tell each other of the federation, in the tables that they share. It decides nothing: while the database
/// does not answer, what was read last is shown, with its time, and what is said then is said again with the next batch.
/// </summary>
internal sealed class SharedReports(SharedTables tables, TimeProvider clock) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SharedStore _store = new(tables);
    private Dictionary<string, Report> _read = new(StringComparer.Ordinal);
    private DateTimeOffset _lookedAt;

    /// <summary>As it was at most <see cref="FederationLimits.ReportsLook"/> ago.</summary>
    public Report? Find(string subject)
    {
        lock (_gate)
        {
            if (clock.GetUtcNow() - _lookedAt >= FederationLimits.ReportsLook)
            {
                TryLook();
            }

            return _read.GetValueOrDefault(subject);
        }
    }

    public void Write(string subject, Report report)
    {
        lock (_gate)
        {
            try
            {
                _store.Write(
                    (
                        "SELECT regional_network.report_federation($1, $2, $3)",
                        [
                            new NpgsqlParameter<string> { TypedValue = subject },
                            new NpgsqlParameter<long> { TypedValue = MicrosecondsOf(report.At) },
                            new NpgsqlParameter<string> { TypedValue = report.Text },
                        ]
                    )
                );
            }
            catch (JournalUnavailableException)
            {
                // The other nodes are told with the next report; the journal itself says what is wrong.
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _store.Dispose();
        }
    }

    private void TryLook()
    {
        try
        {
            _read = _store
                .Read(
                    "SELECT subject, at, report FROM regional_network.federation_reports",
                    row => (Subject: row.GetString(0), Report: new Report(InstantOf(row.GetInt64(1)), row.GetString(2)))
                )
                .ToDictionary(row => row.Subject, row => row.Report, StringComparer.Ordinal);
        }
        catch (JournalUnavailableException)
        {
            // What was read last goes on.
        }

        _lookedAt = clock.GetUtcNow();
    }

    private static long MicrosecondsOf(DateTimeOffset instant) =>
        (instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static DateTimeOffset InstantOf(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
