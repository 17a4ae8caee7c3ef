using RegionalNetwork.Domain.Audiences;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.Sharing;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Sharing;

public sealed class AgreementTests
{
    private static readonly DateOnly Today = new(2022, 4, 1);

    private static readonly AgreementTerms Terms = new(
        "Priorities and caseloads",
        "To learn from each other.",
        [SharedSubject.Priorities, SharedSubject.Figures],
        ["CSW-01"],
        [Tier.NetworkNamed],
        Today,
        new DateOnly(2025, 3, 31),
        RetentionYears: 7,
        "Data protection officer of the host authority"
    );

    private static readonly AgreementDrawnUp DrawnUp = new("share", WestMidlands, Terms);
    private static readonly DrawUpAgreement DrawUp = new("share", WestMidlands, Terms, NetworkExists: true);
    private static readonly SignAgreement Sign = new("share", Coventry, IsMember: true);
    private static readonly AgreementSigned Signed = new(Coventry, Today);

    private readonly GrainSpec<AgreementState, AgreementCommand, AgreementEvent> _agreement = new(
        AgreementState.Initial,
        AgreementDecider.Decide,
        AgreementDecider.Evolve
    );

    [Fact]
    public void A_coordinator_draws_up_an_agreement_of_their_network()
    {
        _agreement.When(OtherCoordinator, DrawUp).ThenRefused("NOT_PERMITTED");
        _agreement.When(ApproverOf(Coventry), DrawUp).ThenRefused("NOT_PERMITTED");
        _agreement
            .When(Coordinator, DrawUp)
            .Then(DrawnUp)
            .When(Coordinator, DrawUp)
            .ThenNothing()
            .When(Coordinator, DrawUp with { Terms = Terms with { RetentionYears = 6 } })
            .ThenRefused("ID_TAKEN", "id");
    }

    [Fact]
    public void Terms_are_checked()
    {
        var wrong = new AgreementTerms("", "", [], ["CSW-01"], [Tier.CouncilDraft], Today, Today.AddDays(-1), 0, "");

        _agreement
            .When(Coordinator, new DrawUpAgreement("a b", WestMidlands, wrong, NetworkExists: false))
            .ThenRefusedFor(
                "INVALID_ID",
                "NETWORK_NOT_FOUND",
                "SUBJECTS_REQUIRED",
                "TIERS_REQUIRED",
                "INVALID_DATES",
                "RETENTION_INVALID",
                "INDICATORS_REQUIRED",
                "TEXT_REQUIRED",
                "TEXT_REQUIRED",
                "TEXT_REQUIRED"
            );
    }

    [Fact]
    public void A_breach_contact_is_a_role() =>
        _agreement
            .When(Coordinator, DrawUp with { Terms = Terms with { BreachContact = "Mr Example" } })
            .ThenRefused("ROLES_ONLY", "breachContact");

    [Fact]
    public void Terms_have_limits()
    {
        var longest = Terms with
        {
            To = Terms.From.AddYears(Limits.AgreementYears),
            RetentionYears = Limits.RetentionYearsMax,
            Indicators = [.. Enumerable.Range(0, Limits.IndicatorsPerAgreement).Select(i => $"I{i}")],
        };

        Refused(longest with { To = longest.To.AddDays(1) }, "AGREEMENT_TOO_LONG", "to");
        Refused(longest with { RetentionYears = Limits.RetentionYearsMax + 1 }, "RETENTION_INVALID", "retentionYears");
        Refused(longest with { Indicators = [.. longest.Indicators, "more"] }, "TOO_MANY", "indicators");
        _agreement.When(Coordinator, DrawUp with { Terms = longest }).Then(DrawnUp with { Terms = longest });
    }

    [Fact]
    public void Figures_need_indicators_and_nothing_else_does()
    {
        Refused(Terms with { Indicators = [] }, "INDICATORS_REQUIRED", "indicators");
        Refused(Terms with { Subjects = [SharedSubject.Priorities] }, "INDICATORS_REQUIRED", "indicators");
        Refused(Terms with { Indicators = ["CSW-01", "CSW-01"] }, "INDICATORS_REQUIRED", "indicators");
    }

    [Fact]
    public void An_approver_signs_for_their_council_once()
    {
        _agreement.Given(DrawnUp).When(PswOf(Coventry), Sign).ThenRefused("NOT_PERMITTED");
        _agreement.When(ApproverOf(Dudley), Sign).ThenRefused("NOT_PERMITTED");
        _agreement
            .When(ApproverOf(Coventry), Sign with { IsMember = false })
            .ThenRefused("AGREEMENT_NOT_FOUND", "agreement");
        _agreement.When(ApproverOf(Coventry), Sign).Then(Signed).When(ApproverOf(Coventry), Sign).ThenNothing();
    }

    [Fact]
    public void What_is_not_there_is_not_signed_left_or_withdrawn()
    {
        _agreement.When(ApproverOf(Coventry), Sign).ThenRefused("AGREEMENT_NOT_FOUND", "agreement");
        _agreement
            .When(ApproverOf(Coventry), new LeaveAgreement("share", Coventry, Today))
            .ThenRefused("AGREEMENT_NOT_FOUND", "agreement");
        _agreement
            .When(Coordinator, new WithdrawAgreement("share", Today))
            .ThenRefused("AGREEMENT_NOT_FOUND", "agreement");
        _agreement.When(ApproverOf(Coventry), new WithdrawAgreement("share", Today)).ThenRefused("NOT_PERMITTED");
    }

    [Fact]
    public void Agreement_of_others_is_not_there()
    {
        var chairElsewhere = new Actor("chair", [new(Role.RegionalChair, Place.Network("london"))]);

        _agreement
            .Given(DrawnUp, Signed)
            .When(ApproverOf(Dudley), new LeaveAgreement("share", Dudley, Today))
            .ThenRefused("AGREEMENT_NOT_FOUND", "agreement");
        _agreement
            .When(chairElsewhere, new WithdrawAgreement("share", Today))
            .ThenRefused("AGREEMENT_NOT_FOUND", "agreement");
    }

    [Fact]
    public void Former_party_that_is_no_member_any_more_does_not_sign_again()
    {
        _agreement.Given(DrawnUp, Signed, new AgreementLeft(Coventry, Today));

        _agreement.When(ApproverOf(Coventry), Sign with { IsMember = false }).ThenRefused("NOT_A_MEMBER", "council");
    }

    [Fact]
    public void A_council_leaves_from_a_day_on_and_may_sign_again_afterwards()
    {
        var left = new AgreementLeft(Coventry, Today.AddDays(7));

        _agreement
            .Given(DrawnUp, Signed)
            .When(ApproverOf(Coventry), new LeaveAgreement("share", Coventry, left.From))
            .Then(left)
            .When(ApproverOf(Coventry), new LeaveAgreement("share", Coventry, left.From))
            .ThenNothing()
            .When(ApproverOf(Coventry), new LeaveAgreement("share", Coventry, Today.AddDays(2)))
            .Then(left with { From = Today.AddDays(2) })
            .On(Today.AddDays(2))
            .When(ApproverOf(Coventry), Sign)
            .Then(Signed with { On = Today.AddDays(2) });
    }

    [Fact]
    public void Leaving_is_neither_in_the_past_nor_put_off()
    {
        _agreement.Given(DrawnUp, Signed, new AgreementLeft(Coventry, Today.AddDays(7)));

        Leave(Today.AddDays(-1), "INVALID_DATES", "from");
        Leave(Today.AddDays(8), "INVALID_DATES", "from");
        _agreement.On(Today.AddDays(7));
        Leave(Today.AddDays(8), "NOT_A_PARTY", "council");
    }

    [Fact]
    public void A_withdrawn_or_ended_agreement_is_not_signed()
    {
        _agreement
            .Given(DrawnUp)
            .When(Coordinator, new WithdrawAgreement("share", Today))
            .Then(new AgreementWithdrawn(Today))
            .When(Coordinator, new WithdrawAgreement("share", Today))
            .ThenNothing()
            .When(ApproverOf(Coventry), Sign)
            .ThenRefused("AGREEMENT_ENDED");
        _agreement.When(Coordinator, new WithdrawAgreement("share", Today.AddDays(1))).ThenRefused("AGREEMENT_ENDED");
    }

    [Fact]
    public void Signatures_have_a_limit()
    {
        var most = Enumerable
            .Range(0, Limits.SignaturesPerAgreement)
            .SelectMany(_ =>
                new AgreementEvent[] { new AgreementSigned(Dudley, Today), new AgreementLeft(Dudley, Today) }
            );

        _agreement.Given(DrawnUp).Given(most.SkipLast(2)).When(ApproverOf(Coventry), Sign).Then(Signed);
        _agreement.When(ApproverOf(Dudley), Sign with { Council = Dudley }).ThenRefused("TOO_MANY");
    }

    private void Leave(DateOnly from, string code, string path) =>
        _agreement.When(ApproverOf(Coventry), new LeaveAgreement("share", Coventry, from)).ThenRefused(code, path);

    private void Refused(AgreementTerms terms, string code, string path) =>
        _agreement.When(Coordinator, DrawUp with { Terms = terms }).ThenRefused(code, path);
}
