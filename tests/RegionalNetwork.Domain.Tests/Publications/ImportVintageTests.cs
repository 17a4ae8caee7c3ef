using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Publications;
using static RegionalNetwork.Domain.Tests.Publications.PublicationSpec;

namespace RegionalNetwork.Domain.Tests.Publications;

public sealed class ImportVintageTests
{
    private static readonly DataSet Data = new DataSetBuilder([], "inpost_fte", "leavers_fte")
        .Row("2023", DataSetBuilder.Country, "33119.1", "5254.6")
        .Row("2023", DataSetBuilder.Council("E08000031", "Wolverhampton"), "226.4", "x")
        .Build();

    [Fact]
    public void First_file_becomes_vintage_1_with_its_structure_and_its_figures() =>
        new PublicationSpec()
            .When(Import(Data, 'a'))
            .Then(
                Imported(Data, vintage: 1, hash: 'a'),
                new FiguresRecorded(
                    "csww",
                    1,
                    0,
                    [0, 0],
                    [0, 1],
                    [0, 0],
                    [
                        [0, 2],
                        [1, 3],
                    ]
                )
            );

    [Fact]
    public void Same_content_changes_nothing() =>
        new PublicationSpec().Given(Imported(Data, 1, 'a')).When(Import(Data, 'a')).ThenUnchanged();

    [Fact]
    public void Corrected_file_becomes_the_next_vintage()
    {
        var spec = new PublicationSpec().Given(Imported(Data, 1, 'a')).When(Import(Data, 'b'));

        Assert.Equal(2, Assert.IsType<VintageImported>(spec.Events[0]).Vintage);
    }

    [Fact]
    public void Content_of_an_older_vintage_becomes_current_again_as_a_new_vintage()
    {
        var spec = new PublicationSpec().Given(Imported(Data, 1, 'a'), Imported(Data, 2, 'b')).When(Import(Data, 'a'));

        Assert.Equal(3, Assert.IsType<VintageImported>(spec.Events[0]).Vintage);
    }

    [Theory]
    [InlineData(Role.PrincipalSocialWorker)]
    [InlineData(Role.DataOfficer)]
    [InlineData(Role.RegionalCoordinator)]
    public void Council_and_regional_roles_may_not_import_official_statistics(Role role) =>
        new PublicationSpec().By(CouncilActor(role, "E08000031")).When(Import(Data, 'a')).ThenRefused("NOT_PERMITTED");

    [Fact]
    public void National_office_may_import()
    {
        var spec = new PublicationSpec()
            .By(new Actor("csw", [new(Role.NationalOffice, Place.Nation)]))
            .When(Import(Data, 'a'));

        Assert.Equal(2, spec.Events.Count);
    }

    [Fact]
    public void Report_does_not_take_a_data_file() =>
        new PublicationSpec()
            .Given(new StatementsRecorded("csww", 1, "A report", null, Hash('a'), Now, []))
            .When(Import(Data, 'b'))
            .ThenRefused("PUBLICATION_KIND_DIFFERS");

    [Fact]
    public void Unreadable_figure_is_refused_with_what_to_write_instead() =>
        new PublicationSpec()
            .When(
                Import(new DataSetBuilder([], "inpost_fte").Row("2023", DataSetBuilder.Country, "1,200").Build(), 'a')
            )
            .ThenRefused("FIGURE_NOT_READABLE");

    [Fact]
    public void Two_rows_of_one_area_period_and_slice_are_refused() =>
        new PublicationSpec()
            .When(
                Import(
                    new DataSetBuilder([], "inpost_fte")
                        .Row("2023", DataSetBuilder.Country, "1")
                        .Row("2023", DataSetBuilder.Country, "2")
                        .Build(),
                    'a'
                )
            )
            .ThenRefused("DATA_SET_INCONSISTENT");

    [Fact]
    public void Empty_data_set_is_refused_for_each_thing_that_it_lacks() =>
        new PublicationSpec()
            .When(Import(new DataSetBuilder([], "inpost_fte").Build(), 'a'))
            .ThenRefused("DATA_SET_EMPTY", "DATA_SET_EMPTY", "DATA_SET_EMPTY", "DATA_SET_EMPTY");

    [Fact]
    public void Cell_that_points_past_the_texts_is_refused() =>
        new PublicationSpec()
            .When(
                Import(
                    Data with
                    {
                        Cells =
                        [
                            [0, 2],
                            [1, 4],
                        ],
                    },
                    'a'
                )
            )
            .ThenRefused("DATA_SET_INCONSISTENT");

    [Fact]
    public void Row_that_points_past_the_areas_is_refused() =>
        new PublicationSpec()
            .When(Import(Data with { Rows = [new DataRow(0, 0, 0), new DataRow(0, 2, 0)] }, 'a'))
            .ThenRefused("DATA_SET_INCONSISTENT");

    [Fact]
    public void Blank_title_and_a_hash_that_is_none_are_refused_together() =>
        new PublicationSpec()
            .When(new ImportVintage(Id("csww"), " ", "csww.csv", "abc", Data, []))
            .ThenRefused("TEXT_REQUIRED", "CONTENT_HASH_INVALID");

    [Theory]
    [InlineData("someone@example.org", "PERSONAL_DATA")]
    [InlineData("role\u0000", "CONTROL_CHARACTERS")]
    [InlineData(" ", "TEXT_REQUIRED")]
    public void Filter_item_that_may_not_be_kept_refuses_the_file(string item, string code)
    {
        var data = new DataSetBuilder(["role"], "inpost_fte")
            .Row(new Period("2023", "Reporting year"), DataSetBuilder.Country, [item], ["1"])
            .Build();

        new PublicationSpec().When(Import(data, 'a')).ThenRefused(code);
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, 0, false)]
    [InlineData(0, 1, false)]
    public void Warnings_have_limits(int beyondCount, int beyondLength, bool accepted)
    {
        var warning = new string('w', Limits.TextCharacters + beyondLength);
        var warnings = Enumerable.Repeat(warning, Limits.WarningsPerVintage + beyondCount);

        var spec = new PublicationSpec().When(Import(Data, 'a') with { Warnings = [.. warnings] });

        Assert.Equal(accepted, spec.Events.Count > 0);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Title_has_a_limit(int beyond, bool accepted)
    {
        var title = new string('t', Limits.PublicationTitleCharacters + beyond);

        var spec = new PublicationSpec().When(new ImportVintage(Id("csww"), title, "csww.csv", Hash('a'), Data, []));

        Assert.Equal(accepted, spec.Events.Count > 0);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Indicators_have_a_limit(int beyond, bool accepted)
    {
        var columns = Enumerable.Range(0, Limits.IndicatorsPerVintage + beyond).Select(index => $"c{index}").ToArray();
        var data = new DataSetBuilder([], columns)
            .Row("2023", DataSetBuilder.Country, [.. columns.Select(_ => "1")])
            .Build();

        Assert.Equal(accepted, new PublicationSpec().When(Import(data, 'a')).Events.Count > 0);
    }

    [Fact]
    public void Figures_are_cut_into_events_of_bounded_size_that_hold_every_row_once()
    {
        var data = LargeData(rows: (Limits.FiguresPerEvent / 2) + 1);

        var chunks = new PublicationSpec().When(Import(data, 'a')).Events.OfType<FiguresRecorded>().ToArray();

        Assert.Equal([Limits.FiguresPerEvent / 2, 1], chunks.Select(chunk => chunk.Periods.Length));
        Assert.Equal([0, Limits.FiguresPerEvent / 2], chunks.Select(chunk => chunk.FirstRow));
        Assert.Equal(data.Cells[1][^1], chunks[1].Cells[1][0]);
    }

    [Theory]
    [InlineData("csww", true)]
    [InlineData("wolverhampton-psw-report-2021-22", true)]
    [InlineData("", false)]
    [InlineData("CSWW", false)]
    [InlineData("-csww", false)]
    [InlineData("a--b", false)]
    [InlineData("../csww", false)]
    public void Slug_is_lower_case_letters_digits_and_single_hyphens(string text, bool accepted) =>
        Assert.Equal(accepted, PublicationId.TryParse(text, out _));

    [Fact]
    public void Slug_has_a_limit()
    {
        Assert.True(PublicationId.TryParse(new string('a', Limits.PublicationSlugCharacters), out _));
        Assert.False(PublicationId.TryParse(new string('a', Limits.PublicationSlugCharacters + 1), out _));
    }

    /// <summary>Two columns; areas and periods enough to give every row its own key.</summary>
    internal static DataSet LargeData(int rows)
    {
        const int Areas = 10_000;
        var periods = (rows + Areas - 1) / Areas;
        return new DataSet(
            [.. Enumerable.Range(0, periods).Select(index => new Period($"{2000 + index}", "Calendar year"))],
            [.. Enumerable.Range(0, Areas).Select(index => DataSetBuilder.Council($"X{index:D8}", $"Area {index}"))],
            [],
            [new Slice([])],
            [new IndicatorColumn("n", "n", "", "", null), new IndicatorColumn("d", "d", "", "", null)],
            ["1", "2"],
            [.. Enumerable.Range(0, rows).Select(row => new DataRow(row / Areas, row % Areas, 0))],
            [new int[rows], [.. Enumerable.Repeat(1, rows)]]
        );
    }

    private static ImportVintage Import(DataSet data, char hash) =>
        new(Id("csww"), "Workforce", "csww.csv", Hash(hash), data, ["No metadata file."]);

    private static VintageImported Imported(DataSet data, int vintage, char hash) =>
        new(
            "csww",
            vintage,
            "Workforce",
            "csww.csv",
            Hash(hash),
            Now,
            data.Periods,
            data.Areas,
            data.Dimensions,
            data.Slices,
            data.Indicators,
            data.Texts,
            data.Rows.Count,
            ["No metadata file."]
        );
}
