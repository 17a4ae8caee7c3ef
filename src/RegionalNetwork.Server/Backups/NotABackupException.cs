namespace RegionalNetwork.Server.Backups;

/// <summary>A file that is given as a backup is none, or is damaged.</summary>
internal sealed class NotABackupException(string message) : IOException(message);
