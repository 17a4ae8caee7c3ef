namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>
/// What should be a journal is none, is damaged, or was written by a newer version of this software. Nothing was
/// changed in it.
/// </summary>
public sealed class JournalFormatException(string message, Exception? innerException)
    : Exception(message, innerException);
