using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Journal;

namespace RegionalNetwork.Server.Tests.SavedSnapshots;

/// <summary>A journal of returns that are entered, restated, embargoed, withdrawn and compiled, round after round.</summary>
internal static class ReturnLife
{
    private const string Period = "2024";
    private const string Coventry = "E08000026";
    private const string Dudley = "E08000027";
    private const string Solihull = "E08000029";
    private const string Officer = "person-1";
    private const string Approver = "person-2";

    private static readonly DateTimeOffset Noon = new(2025, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static async Task FillAsync(IJournal journal)
    {
        await EnterAsync(journal, Coventry, "5,2", vintage: 1, embargo: null);
        await EnterAsync(journal, Dudley, ">90,x", vintage: 1, embargo: null);
        await EnterAsync(journal, Solihull, "7,c", vintage: 1, embargo: new DateOnly(2025, 6, 1));
        await CompileAsync(journal, 1, Noon);
        await EnterAsync(journal, Coventry, "6,2", vintage: 2, embargo: null);
        await CompileAsync(journal, 2, Noon.AddDays(1));
        await AddReturnAsync(journal, Dudley, new ReturnWithdrawn("A reason.", Approver, new DateOnly(2025, 2, 1)));
        await CompileAsync(journal, 3, Noon.AddDays(2));
        await AddReturnAsync(
            journal,
            Dudley,
            Entered(Dudley, "12,3"),
            new QuestionAsked(1, "a", null, null, "Why?", "p", Noon)
        );
        await AddReturnAsync(journal, Solihull, Entered(Solihull, "8,c"));
    }

    /// <summary>A round that takes in what the embargo held back until then.</summary>
    public static Task CompileLaterAsync(IJournal journal) => CompileAsync(journal, 4, Noon.AddDays(200));

    private static Task EnterAsync(IJournal journal, string council, string cells, int vintage, DateOnly? embargo) =>
        AddReturnAsync(
            journal,
            council,
            Entered(council, cells),
            new ReturnSubmitted([new Explanation("leavers", "Total", "A team moved.")], Officer, Noon),
            new ReturnApproved(vintage, Approver, Noon),
            new ReturnReleased(vintage, ReleaseLevel.Nation, embargo, Approver, new DateOnly(2025, 1, 1))
        );

    private static ReturnEntered Entered(string council, string cells) =>
        new(
            "workforce",
            Period,
            [council],
            ServiceScope.Childrens,
            "1",
            "in_post,leavers",
            [new ReturnRow("Total", cells)],
            [new ReturnWarning("SWING", "leavers", "Total", "A warning.")],
            [],
            null,
            Officer,
            Noon
        );

    private static Task AddReturnAsync(IJournal journal, string council, params IEnumerable<ReturnEvent> events) =>
        AddAsync(
            journal,
            new StreamId(StreamCategories.Return, $"workforce.{Period}.{council}"),
            events.Select(EventRegistries.Returns.Encode)
        );

    private static Task CompileAsync(IJournal journal, int number, DateTimeOffset at) =>
        AddAsync(
            journal,
            new StreamId(StreamCategories.CollectionRound, $"workforce.{Period}"),
            [EventRegistries.Rounds.Encode(new RoundCompiled("workforce", Period, number, at))]
        );

    private static async Task AddAsync(IJournal journal, StreamId stream, IEnumerable<NewEvent> events)
    {
        var before = await journal.ReadStreamAsync(stream, StreamVersion.None, EventSourcing.Limits.ReadEntries);
        var version = before.Count == 0 ? StreamVersion.None : before[^1].Version;
        var command = $"command-{journal.Head.Value}";
        var appended = await journal.AppendAsync(
            new AppendRequest(stream, version, command, "tester", Noon, [.. events])
        );
        Assert.IsType<AppendResult.Appended>(appended);
    }
}
