namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>
/// The journal cannot be read or written for now. What was acknowledged is safe; the request at hand may or may not
/// have been carried out, so repeat it with the same command id.
/// </summary>
public sealed class JournalUnavailableException(
    JournalUnavailableReason reason,
    string message,
    Exception? innerException
) : Exception(message, innerException)
{
    public JournalUnavailableReason Reason { get; } = reason;
}

/// <summary>Why a journal cannot be used for now.</summary>
public enum JournalUnavailableReason
{
    /// <summary>There is no space left for it.</summary>
    Full,

    /// <summary>Another process has kept it locked for longer than <see cref="Limits.SqliteBusyWait"/>.</summary>
    Locked,

    /// <summary>Its file or directory is missing, may not be written, or the disk reports a fault.</summary>
    Unreachable,
}
