namespace RegionalNetwork.EventSourcing.Tests.Recovery;

/// <summary>What a crash leaves of a journal: its file and its log, without the shared memory that only a running process has.</summary>
internal static class CrashImage
{
    /// <summary>Copies a journal that is open. Sound as long as its log has not grown so long that SQLite folds it into the file.</summary>
    public static string Take(string journal, string copy)
    {
        File.Copy(journal, copy);
        File.Copy(Log(journal), Log(copy));
        return copy;
    }

    public static string Log(string journal) => journal + "-wal";

    public static long LogLength(string journal) => new FileInfo(Log(journal)).Length;

    public static void CutLog(string journal, long length)
    {
        using var log = File.OpenWrite(Log(journal));
        log.SetLength(length);
    }

    public static void FlipBit(string file, long offset)
    {
        using var stream = File.Open(file, FileMode.Open);
        stream.Position = offset;
        var value = stream.ReadByte();
        stream.Position = offset;
        stream.WriteByte((byte)(value ^ 0x10));
    }
}
