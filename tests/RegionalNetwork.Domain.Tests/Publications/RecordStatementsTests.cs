using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Publications;
using static RegionalNetwork.Domain.Tests.Publications.PublicationSpec;

namespace RegionalNetwork.Domain.Tests.Publications;

public sealed class RecordStatementsTests
{
    private const string Wolverhampton = "E08000031";

    /// <summary>Wolverhampton 2021-22, paragraph 3.44 C: "over 96%", no base given.</summary>
    private static readonly StatedFigure Supported = new(
        "supported-by-manager",
        "Wolverhampton",
        Wolverhampton,
        ServiceScope.Childrens,
        "supported by manager when needed",
        "2021 Sep-Nov",
        StatedQualifier.Over,
        96,
        null,
        "%",
        null,
        null,
        StatedQualifier.Exact,
        "3.44 C",
        null
    );

    /// <summary>Paragraph 3.33: 4 leavers of about 80.</summary>
    private static readonly StatedFigure Leavers = Supported with
    {
        Id = "leavers",
        Measure = "frontline leavers last 6 months",
        Qualifier = StatedQualifier.Exact,
        Value = 4,
        Unit = "count",
        Numerator = 4,
        Denominator = 80,
        DenominatorQualifier = StatedQualifier.About,
    };

    [Fact]
    public void Council_records_the_figures_of_its_own_report() =>
        new PublicationSpec()
            .By(CouncilActor(Role.PrincipalSocialWorker, Wolverhampton))
            .When(Record('a', Supported))
            .Then(Recorded(1, 'a', Supported));

    [Fact]
    public void Other_content_is_a_new_edition() =>
        new PublicationSpec()
            .Given(Recorded(1, 'a', Supported))
            .When(Record('b', Leavers))
            .Then(Recorded(2, 'b', Leavers));

    [Fact]
    public void Same_content_changes_nothing() =>
        new PublicationSpec().Given(Recorded(1, 'a', Supported)).When(Record('a', Supported)).ThenUnchanged();

    [Fact]
    public void People_of_another_council_are_refused() =>
        new PublicationSpec()
            .By(CouncilActor(Role.PrincipalSocialWorker, "E08000026"))
            .When(Record('a', Supported))
            .ThenRefused("NOT_PERMITTED");

    [Fact]
    public void Short_name_of_another_councils_report_is_refused() =>
        new PublicationSpec()
            .Given(Recorded(1, 'a', Supported) with { Council = "E08000026" })
            .When(Record('b', Supported))
            .ThenRefused("REPORT_OF_ANOTHER_COUNCIL");

    [Fact]
    public void Data_set_does_not_take_statements() =>
        new PublicationSpec()
            .Given(new VintageImported("report", 1, "t", "f", Hash('c'), Now, [], [], [], [], [], [], 1, []))
            .When(Record('a', Supported))
            .ThenRefused("PUBLICATION_KIND_DIFFERS");

    [Fact]
    public void Every_fault_of_every_statement_is_reported() =>
        new PublicationSpec()
            .When(Record('a', Supported with { Measure = "" }, Supported with { Denominator = 0, Grade = "good" }))
            .ThenRefused("STATEMENT_ID_REPEATED", "TEXT_REQUIRED", "NUMBER_OR_GRADE", "DENOMINATOR_NOT_POSITIVE");

    [Theory]
    [InlineData("E08000099")]
    [InlineData("336")]
    public void Council_of_a_statement_must_be_a_nine_character_code_of_the_register(string code) =>
        new PublicationSpec().When(Record('a', Supported with { Council = code })).ThenRefused("COUNCIL_NOT_FOUND");

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Statements_have_a_limit(int beyond, bool accepted)
    {
        var statements = Enumerable
            .Range(0, Limits.StatementsPerReport + beyond)
            .Select(index => Supported with { Id = $"{index}" });

        Assert.Equal(accepted, new PublicationSpec().When(Record('a', [.. statements])).Events.Count > 0);
    }

    [Fact]
    public void Judgement_is_a_grade_in_words_without_a_number() =>
        new PublicationSpec()
            .When(Record('a', Supported with { Value = null, Grade = "good", Unit = "grade" }))
            .Then(Recorded(1, 'a', Supported with { Value = null, Grade = "good", Unit = "grade" }));

    [Fact]
    public void Text_that_names_a_way_to_reach_somebody_is_refused() =>
        new PublicationSpec()
            .When(Record('a', Supported with { Note = "Ask someone@example.org." }))
            .ThenRefused("PERSONAL_DATA");

    [Fact]
    public void Figure_without_its_exact_base_allows_no_interval()
    {
        Assert.False(Supported.AllowsInterval());
        Assert.False(Leavers.AllowsInterval());
        Assert.False((Leavers with { Denominator = null }).AllowsInterval());
        Assert.True((Leavers with { DenominatorQualifier = StatedQualifier.Exact }).AllowsInterval());
    }

    private static RecordStatements Record(char hash, params StatedFigure[] statements) =>
        new(Id("report"), "Annual report 2021-22", Wolverhampton, Hash(hash), statements);

    private static StatementsRecorded Recorded(int edition, char hash, params StatedFigure[] statements) =>
        new("report", edition, "Annual report 2021-22", Wolverhampton, Hash(hash), Now, statements);
}
