using System.Globalization;
using System.Text;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Journal;

namespace RegionalNetwork.Performance.SyntheticNetwork;

/// <summary>
/// Fills a journal with many figures in little time: the events that the grains would write, without the grains. What is measured
/// reads them as it reads those.
/// </summary>
internal sealed class SyntheticJournal
{
    private const string Person = "synthetic:officer";

    /// <summary>Appends under way at once.</summary>
    private const int AppendsMax = 512;

    /// <summary>The first made-up figures; the others are parts of the same text, so that making them takes no time.</summary>
    private const int DistinctTables = 400;

    private readonly IJournal _journal;
    private readonly Queue<Task> _appends = [];

    private SyntheticJournal(IJournal journal) => _journal = journal;

    /// <param name="months">Returns of 300 figures of every council; the last is October 2026.</param>
    /// <param name="vintages">Files with the columns, areas and years of <see cref="SyntheticFigures"/>.</param>
    public static async Task FillAsync(string file, int seed, int months, int vintages)
    {
        var definitions = SyntheticCollection.Definitions();
        await using (
            var host = await NetworkHost.StartAsync(SqliteJournal.Open(file), definitions, TimeProvider.System, default)
        )
        {
            await new SyntheticReturns(seed, host).SetUpNetworksAsync();
        }

        await using var journal = SqliteJournal.Open(file);
        await new SyntheticJournal(journal).FillAsync(new Random(seed), months, vintages);
    }

    private async Task FillAsync(Random random, int months, int vintages)
    {
        string[] tables = [.. Enumerable.Range(0, DistinctTables).Select(_ => Table(random))];
        for (var month = months - 1; month >= 0; month--)
        {
            foreach (var council in CouncilRegister.England.Live)
            {
                await AddAsync(
                    StreamCategories.Return,
                    Return(council.Code, month, tables[random.Next(tables.Length)])
                );
            }

            await SettleAsync();
            await AddAsync(StreamCategories.CollectionRound, Round(month));
        }

        var first = Vintage(random);
        for (var number = 1; number <= vintages; number++)
        {
            await AddAsync(
                StreamCategories.Publication,
                (first[0].Publication, (number - 1) * first.Count, Encoded(first, number))
            );
        }

        await SettleAsync();
    }

    private static (string, int, IReadOnlyList<NewEvent>) Return(string council, int month, string cells)
    {
        var period = SyntheticCollection.Month(month).Period;
        var at = new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);
        ReturnEvent[] happened =
        [
            new ReturnEntered(
                SyntheticCollection.Code,
                period,
                [council],
                ServiceScope.Both,
                "1",
                SyntheticCollection.FieldNames,
                [new ReturnRow("", cells)],
                [],
                [],
                null,
                Person,
                at
            ),
            new ReturnSubmitted([], Person, at),
            new ReturnApproved(1, "synthetic:approver", at),
            new ReturnReleased(1, ReleaseLevel.Public, null, "synthetic:approver", new DateOnly(2026, 11, 1)),
        ];
        return (
            $"{SyntheticCollection.Code}.{period}.{council}",
            0,
            [.. happened.Select(EventRegistries.Returns.Encode)]
        );
    }

    private static (string, int, IReadOnlyList<NewEvent>) Round(int month)
    {
        var period = SyntheticCollection.Month(month).Period;
        var compiled = new RoundCompiled(
            SyntheticCollection.Code,
            period,
            1,
            new DateTimeOffset(2026, 11, 2, 1, 0, 0, default)
        );
        return ($"{SyntheticCollection.Code}.{period}", 0, [EventRegistries.Rounds.Encode(compiled)]);
    }

    private static IReadOnlyList<PublicationEvent> Vintage(Random random)
    {
        var importer = new Actor("synthetic:importer", [new Grant(Role.Operator, Place.Service)]);
        var decision = SyntheticFigures
            .Import(random)
            .Decide(
                PublicationState.Initial,
                new CommandContext(importer, new DateTimeOffset(2026, 11, 1, 9, 0, 0, default))
            );
        return decision.Events;
    }

    private static IReadOnlyList<NewEvent> Encoded(IReadOnlyList<PublicationEvent> first, int number) =>
        [
            .. first.Select(happened =>
                EventRegistries.Publications.Encode(
                    happened switch
                    {
                        VintageImported imported => imported with { Vintage = number, ContentHash = $"{number:x64}" },
                        FiguresRecorded recorded => recorded with { Vintage = number },
                        _ => happened,
                    }
                )
            ),
        ];

    private static string Table(Random random)
    {
        var cells = new StringBuilder();
        for (var rate = 0; rate < SyntheticCollection.Rates; rate++)
        {
            var people = random.Next(15, 400);
            cells.Append(CultureInfo.InvariantCulture, $"{(rate > 0 ? "," : "")}{random.Next(people / 4)},{people}");
        }

        return cells.ToString();
    }

    private async Task AddAsync(string category, (string Key, int Version, IReadOnlyList<NewEvent> Events) one)
    {
        if (_appends.Count >= AppendsMax)
        {
            await _appends.Dequeue();
        }

        var request = new AppendRequest(
            new StreamId(category, one.Key),
            new StreamVersion(one.Version),
            $"synthetic-{one.Version}",
            Person,
            new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero),
            one.Events
        );
        _appends.Enqueue(AppendAsync(request));
    }

    private async Task AppendAsync(AppendRequest request)
    {
        if (await _journal.AppendAsync(request) is not AppendResult.Appended)
        {
            throw new InvalidOperationException($"{request.Stream} was not appended to.");
        }
    }

    private async Task SettleAsync()
    {
        while (_appends.TryDequeue(out var append))
        {
            await append;
        }
    }
}
