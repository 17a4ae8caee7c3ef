namespace RegionalNetwork.Faults.Tests.Files;

/// <summary>What a bad disk does to a file.</summary>
/// <param name="IsOfLog">Whether it is done to SQLite's write-ahead log; otherwise to the journal's own file.</param>
internal sealed record Damage(string Name, bool IsOfLog, Func<byte[], Random, byte[]> To)
{
    private const int PageBytes = 4096;

    public static IReadOnlyList<Damage> All { get; } =
    [
        new("bit flipped", IsOfLog: false, FlipBit),
        new("page of zeros", IsOfLog: false, (file, random) => OverPage(file, random, (page, _) => page.Clear())),
        new("page of noise", IsOfLog: false, (file, random) => OverPage(file, random, (page, r) => r.NextBytes(page))),
        new("page in the place of another", IsOfLog: false, Misplace),
        new("cut short", IsOfLog: false, Cut),
        new("bit flipped in the log", IsOfLog: true, FlipBit),
        new("log cut short", IsOfLog: true, Cut),
    ];

    private static byte[] FlipBit(byte[] file, Random random)
    {
        file[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
        return file;
    }

    private static byte[] Cut(byte[] file, Random random) => file[..random.Next(file.Length)];

    private static byte[] OverPage(byte[] file, Random random, SpanAction change)
    {
        change(Page(file, random.Next(file.Length / PageBytes)), random);
        return file;
    }

    /// <summary>A write that went astray: two places have the same page.</summary>
    private static byte[] Misplace(byte[] file, Random random)
    {
        var pages = file.Length / PageBytes;
        Page(file, random.Next(pages)).CopyTo(Page(file, random.Next(pages)));
        return file;
    }

    private static Span<byte> Page(byte[] file, int number) => file.AsSpan(number * PageBytes, PageBytes);

    private delegate void SpanAction(Span<byte> page, Random random);
}
