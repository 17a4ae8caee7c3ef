namespace RegionalNetwork.Faults.Tests.Files;

/// <summary>What a bad disk does to a file.</summary>
/// <param name="IsOfLog">Whether it is done to SQLite's write-ahead log; otherwise to the file of the data itself.</param>
internal sealed record Damage(string Name, bool IsOfLog, Func<byte[], Random, byte[]> To)
{
    private const int SqlitePageBytes = 4096;

    /// <summary>To a journal in a file, and to its log.</summary>
    public static IReadOnlyList<Damage> OfSqlite { get; } =
    [
        .. OfPages(SqlitePageBytes),
        new("bit flipped in the log", IsOfLog: true, FlipBit),
        new("log cut short", IsOfLog: true, Cut),
    ];

    /// <param name="pageBytes">Of each page of the file.</param>
    public static IReadOnlyList<Damage> OfPages(int pageBytes) =>
        [
            new("bit flipped", IsOfLog: false, FlipBit),
            new("page of zeros", IsOfLog: false, OverPage(pageBytes, (page, _, _) => page.Clear())),
            new("page of noise", IsOfLog: false, OverPage(pageBytes, (page, _, random) => random.NextBytes(page))),
            // A write that went astray: two places have the same page.
            new(
                "page in the place of another",
                IsOfLog: false,
                OverPage(pageBytes, (page, other, _) => other.CopyTo(page))
            ),
            new("cut short", IsOfLog: false, Cut),
        ];

    private static byte[] FlipBit(byte[] file, Random random)
    {
        file[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
        return file;
    }

    private static byte[] Cut(byte[] file, Random random) => file[..random.Next(file.Length)];

    private static Func<byte[], Random, byte[]> OverPage(int bytes, PageChange change) =>
        (file, random) =>
        {
            change(PageOf(file, random), PageOf(file, random), random);
            return file;

            Span<byte> PageOf(byte[] whole, Random chance) =>
                whole.AsSpan(chance.Next(whole.Length / bytes) * bytes, bytes);
        };

    private delegate void PageChange(Span<byte> page, ReadOnlySpan<byte> other, Random random);
}
