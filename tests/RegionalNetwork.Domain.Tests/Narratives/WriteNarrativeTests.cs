using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Narratives;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Narratives;

public sealed class WriteNarrativeTests
{
    private static readonly DateOnly Today = new(2022, 4, 1);

    private static readonly WriteNarrative Write = new(
        Coventry,
        "CSW-02",
        "2023",
        "Many retired.",
        Audience.Owner,
        FigureExists: true
    );

    private static readonly NarrativeWritten Written = new(
        "CSW-02",
        "2023",
        "Many retired.",
        Audience.Owner,
        Today,
        PswOf(Coventry).Signature
    );

    private readonly GrainSpec<CouncilState, ICouncilCommand, ICouncilEvent> _council = new(
        CouncilState.Initial,
        CouncilDecider.Decide,
        CouncilDecider.Evolve
    );

    [Fact]
    public void A_council_explains_its_own_figure()
    {
        _council.When(PswOf(Dudley), Write).ThenRefused("NOT_PERMITTED");
        _council.When(DataOfficerOf(Coventry), Write).ThenRefused("NOT_PERMITTED");
        _council.When(PswOf(Coventry), Write).Then(Written).When(PswOf(Coventry), Write).ThenNothing();
        _council.When(PswOf(Coventry), Write with { Text = "Many moved." }).Then(Written with { Text = "Many moved." });
        Assert.Equal("Many moved.", _council.State.Narratives.Find("CSW-02", "2023")!.Text);
    }

    [Fact]
    public void Only_who_may_publish_shows_it_to_everybody_and_as_it_stands()
    {
        var published = Write with { Audience = Audience.Public };

        _council.Given(Written).When(PswOf(Coventry), published).ThenRefused("NOT_PERMITTED");
        _council.When(ApproverOf(Coventry), published with { Text = "Other." }).ThenRefused("NOT_PERMITTED");
        _council
            .When(ApproverOf(Coventry), published)
            .Then(Written with { Audience = Audience.Public, By = ApproverOf(Coventry).Signature });
        // What everybody reads is not reworded by who may not publish.
        _council.When(PswOf(Coventry), published with { Text = "Other." }).ThenRefused("NOT_PERMITTED");
    }

    [Fact]
    public void It_is_shown_from_the_day_on_which_its_audience_became_wider()
    {
        _council
            .Given(Written)
            .On(Today.AddDays(9))
            .When(PswOf(Coventry), Write with { Audience = Audience.Network })
            .Then(Written with { Audience = Audience.Network, On = Today.AddDays(9) })
            .On(Today.AddDays(20))
            .When(PswOf(Coventry), Write with { Audience = Audience.Network, Text = "Other." })
            .Then(Written with { Audience = Audience.Network, Text = "Other.", On = Today.AddDays(20) });

        Assert.Equal(Today.AddDays(9), _council.State.Narratives.Find("CSW-02", "2023")!.Since);
    }

    [Fact]
    public void Words_have_a_limit_and_name_nobody()
    {
        var most = string.Join(' ', Enumerable.Repeat("word", Limits.NarrativeWords));

        Refused(Write with { Text = most + " more" }, "TOO_MANY_WORDS", "text");
        Refused(Write with { Text = new string('x', Limits.NarrativeCharacters + 1) }, "TEXT_TOO_LONG", "text");
        Refused(Write with { Text = "Ask somebody@example.org" }, "PERSONAL_DATA", "text");
        Refused(Write with { FigureExists = false }, "FIGURE_NOT_FOUND", "indicator");
        _council.When(PswOf(Coventry), Write with { Text = most }).Then(Written with { Text = most });
    }

    [Fact]
    public void A_council_keeps_so_many()
    {
        var many = Enumerable
            .Range(1, Limits.NarrativesPerCouncil)
            .Select(number => Written with { Indicator = $"I{number}" });

        _council.Given(many);

        Refused(Write, "TOO_MANY");
        _council
            .When(PswOf(Coventry), Write with { Indicator = "I1", Text = "Other." })
            .Then(Written with { Indicator = "I1", Text = "Other." });
    }

    private void Refused(WriteNarrative command, string code, params string[] path) =>
        _council.When(PswOf(Coventry), command).ThenRefused(code, path);
}
