using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.InMemory;

namespace RegionalNetwork.EventSourcing.Tests.Grains;

/// <summary>Tallies over an in-memory journal, with what a test needs to look at them.</summary>
internal sealed class GrainFixture : IAsyncDisposable
{
    private readonly GrainOptions _options;

    public GrainFixture()
        : this(GrainOptions.Default) { }

    public GrainFixture(GrainOptions options)
    {
        _options = options;
        Journal = new FaultyJournal(new InMemoryJournal());
        Directory = NewDirectory();
    }

    public ManualTime Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public FaultyJournal Journal { get; }

    public GrainDirectory<Tally, TallyCommand, TallyEvent, string> Directory { get; private set; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static GrainReply<string> Accepted(long position, long version) =>
        new GrainReply<string>.Accepted(new JournalPosition(position), new StreamVersion(version), IsRepeat: false);

    public static GrainReply<string> Repeated(long position, long version) =>
        new GrainReply<string>.Accepted(new JournalPosition(position), new StreamVersion(version), IsRepeat: true);

    /// <summary>As if the process ended and another began: whatever was only in memory is gone.</summary>
    public async Task RestartAsync()
    {
        await Directory.DisposeAsync();
        Directory = NewDirectory();
    }

    public Task<GrainReply<string>> SendAsync(string key, string commandId, TallyCommand command) =>
        Directory.SendAsync(key, new GrainCommand<TallyCommand>(commandId, "tester", command), Token);

    /// <summary>Appends as another process would.</summary>
    public async Task AppendElsewhereAsync(string key, long version, string commandId, int amount)
    {
        var happened = TallyRules.Codec.Encode(new Added(amount, "elsewhere"));
        var expected = new StreamVersion(version);
        var request = new AppendRequest(
            new StreamId("tally", key),
            expected,
            commandId,
            "elsewhere",
            Time.GetUtcNow(),
            [happened]
        );
        Assert.IsType<AppendResult.Appended>(await Journal.Elsewhere.AppendAsync(request, Token));
    }

    /// <summary>The amounts in a stream, in order.</summary>
    public async Task<int[]> AmountsAsync(string key)
    {
        var stream = new StreamId("tally", key);
        var entries = await Journal.Elsewhere.ReadStreamAsync(stream, StreamVersion.None, Limits.ReadEntries, Token);
        return [.. entries.Select(TallyRules.Codec.Decode).OfType<Added>().Select(a => a.Amount)];
    }

    public async ValueTask DisposeAsync()
    {
        await Directory.DisposeAsync();
        await Journal.DisposeAsync();
    }

    private GrainDirectory<Tally, TallyCommand, TallyEvent, string> NewDirectory() =>
        new(TallyRules.Aggregate, TallyRules.Codec, Journal, Time, _options);
}
