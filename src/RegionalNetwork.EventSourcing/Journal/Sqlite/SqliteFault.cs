using Microsoft.Data.Sqlite;

namespace RegionalNetwork.EventSourcing.Journal.Sqlite;

/// <summary>What SQLite's error codes mean for a file of ours. See https://sqlite.org/rescode.html.</summary>
internal static class SqliteFault
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int NotADatabase = 26;

    public static Exception Translate(SqliteException fault, SqliteFormat format, string path) =>
        fault.SqliteErrorCode switch
        {
            NotADatabase => new JournalFormatException(
                $"The file {path} is not {format.WithArticle}. Nothing was changed in it. Name another file, or move this one "
                    + "away.",
                fault
            ),
            Corrupt => Damaged(format, path, fault),
            Full => new JournalUnavailableException(
                JournalUnavailableReason.Full,
                $"There is no space left for the {format.Name} {path}. Make space and send the command again; no restart is "
                    + "needed.",
                fault
            ),
            Busy or Locked => new JournalUnavailableException(
                JournalUnavailableReason.Locked,
                $"Another process keeps the {format.Name} {path} locked. Send the command again once it has finished.",
                fault
            ),
            _ => new JournalUnavailableException(
                JournalUnavailableReason.Unreachable,
                $"The {format.Name} {path} cannot be used (SQLite error {fault.SqliteExtendedErrorCode}). "
                    + "Check that the directory exists, that this user may write to it, and that the disk is sound.",
                fault
            ),
        };

    public static JournalFormatException Damaged(SqliteFormat format, string path, Exception fault) =>
        new(
            $"The {format.Name} {path} is damaged. Nothing was changed in it. Keep a copy and restore it from a backup.",
            fault
        );
}
