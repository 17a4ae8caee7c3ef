using RegionalNetwork.Domain.Publications;
using static RegionalNetwork.Domain.Tests.Publications.PublicationSpec;

namespace RegionalNetwork.Domain.Tests.Publications;

public sealed class PublicationDirectoryTests
{
    private static readonly AreaReference Wolverhampton = DataSetBuilder.Council("E08000031", "Wolverhampton");

    private static readonly DataSet Data = new DataSetBuilder([], "inpost_fte", "Turnover_Rate_FTE%")
        .Row("2022", Wolverhampton, "201.5", "9.6")
        .Row("2023", Wolverhampton, "226.4", "x")
        .Build();

    [Fact]
    public void Figures_read_back_as_published()
    {
        var vintage = Directory(Data).Find("csww")!.Current!;

        var figure = vintage.Find(
            vintage.FindPeriod("2022"),
            vintage.FindArea("E08000031"),
            0,
            vintage.FindIndicator("inpost_fte")
        );

        Assert.Equal(new Figure("201.5", FigureStatus.Value, 201.5), figure);
    }

    [Fact]
    public void Symbol_reads_back_as_status_and_text_without_a_number()
    {
        var vintage = Directory(Data).Find("csww")!.Current!;

        var figure = vintage.Find(1, 0, 0, 1)!.Value;

        Assert.Equal(("x", FigureStatus.NotAvailable, null), (figure.Text, figure.Status, figure.Number));
    }

    [Theory]
    [InlineData("turnover_rate_fte")]
    [InlineData("TURNOVER_RATE_FTE%")]
    public void Column_is_found_whatever_its_case_and_with_or_without_a_percent_sign(string name) =>
        Assert.Equal(1, Directory(Data).Find("csww")!.Current!.FindIndicator(name));

    [Fact]
    public void What_the_file_lacks_is_not_found()
    {
        var vintage = Directory(Data).Find("csww")!.Current!;

        Assert.Equal(-1, vintage.FindPeriod("2024"));
        Assert.Equal(-1, vintage.FindArea("E09000001"));
        Assert.Equal(-1, vintage.FindIndicator("cases"));
    }

    [Fact]
    public void Older_vintage_remains_readable_behind_the_current_one()
    {
        var corrected = new DataSetBuilder([], "inpost_fte").Row("2022", Wolverhampton, "202").Build();

        var publication = Directory(Data, corrected).Find("csww")!;

        Assert.Equal("202", publication.Current!.FigureAt(0, 0).Text);
        Assert.Equal("201.5", publication.FindVintage(1)!.FigureAt(0, 0).Text);
    }

    [Fact]
    public void Import_is_not_visible_before_its_last_chunk()
    {
        var events = EventsOf(ImportVintageTests.LargeData(Limits.FiguresPerEvent), 1);
        var directories = events.Scan(PublicationDirectory.Empty, (directory, happened) => directory.Apply(happened));

        Assert.Equal([false, false, true], directories.Select(directory => directory.Find("csww") is not null));
    }

    [Fact]
    public void New_vintage_is_not_visible_before_its_last_chunk_and_the_old_one_is()
    {
        var directory = Directory(Data);
        var events = EventsOf(ImportVintageTests.LargeData(Limits.FiguresPerEvent), 2);

        var directories = events.Scan(directory, (before, happened) => before.Apply(happened));

        Assert.Equal([1, 1, 2], directories.Select(after => after.Find("csww")!.Current!.Number));
        Assert.Equal(1, directory.Find("csww")!.Current!.Number);
    }

    [Fact]
    public void Rows_out_of_order_are_a_broken_journal()
    {
        var events = EventsOf(ImportVintageTests.LargeData(Limits.FiguresPerEvent), 1);

        Assert.Throws<InvalidOperationException>(() => PublicationDirectory.Empty.Apply(events[0]).Apply(events[2]));
    }

    [Fact]
    public void Sparse_rows_are_found_as_well_as_dense_ones()
    {
        var builder = new DataSetBuilder(["role"], "inpost_fte");
        for (var index = 0; index < 40; index++)
        {
            // One row for each combination of its own period, area and item: 40 of 64,000 combinations.
            var area = DataSetBuilder.Council($"E0800{index:D4}", $"Area {index}");
            builder.Row(new Period($"{2000 + index}", "Calendar year"), area, [$"Role {index}"], [$"{index}"]);
        }

        var vintage = Directory(builder.Build()).Find("csww")!.Current!;

        Assert.Equal(39, vintage.Find(39, 39, 39, 0)!.Value.Value);
        Assert.Null(vintage.Find(39, 38, 39, 0));
    }

    [Fact]
    public void Latest_edition_of_a_report_is_current_and_earlier_ones_remain()
    {
        var first = new StatementsRecorded("report", 1, "Draft", null, Hash('a'), Now, []);

        var publication = PublicationDirectory
            .Empty.Apply(first)
            .Apply(first with { Edition = 2, Title = "Final" })
            .Find("report")!;

        Assert.Equal((PublicationKind.Report, "Final"), (publication.Kind, publication.Title));
        Assert.Equal(["Draft", "Final"], publication.Editions.Select(edition => edition.Title));
    }

    internal static PublicationDirectory Directory(params DataSet[] vintages) =>
        vintages
            .SelectMany((data, index) => EventsOf(data, index + 1))
            .Aggregate(PublicationDirectory.Empty, (directory, happened) => directory.Apply(happened));

    private static IReadOnlyList<PublicationEvent> EventsOf(DataSet data, int vintage)
    {
        var state = PublicationState.Initial with { Kind = PublicationKind.DataSet, Latest = vintage - 1 };
        var command = new ImportVintage(Id("csww"), $"Workforce {vintage}", "csww.csv", Hash('a'), data, []);
        var decision = command.Decide(state, new(Operator, Now));
        Assert.Empty(decision.Refusals);
        return decision.Events;
    }
}

internal static class Scanning
{
    /// <summary>Every intermediate result of a fold.</summary>
    public static IReadOnlyList<TState> Scan<TState, TItem>(
        this IEnumerable<TItem> items,
        TState initial,
        Func<TState, TItem, TState> next
    )
    {
        var states = new List<TState>();
        foreach (var item in items)
        {
            states.Add(next(states.Count == 0 ? initial : states[^1], item));
        }
        return states;
    }
}
