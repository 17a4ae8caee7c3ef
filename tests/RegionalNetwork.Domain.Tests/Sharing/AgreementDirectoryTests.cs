using RegionalNetwork.Domain.Audiences;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.Sharing;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Sharing;

public sealed class AgreementDirectoryTests
{
    private static readonly DateOnly From = new(2022, 4, 1);
    private static readonly DateOnly To = new(2025, 3, 31);

    private static readonly AgreementTerms Terms = new(
        "Priorities and caseloads",
        "To learn from each other.",
        [SharedSubject.Priorities, SharedSubject.Figures],
        ["CSW-01"],
        [Tier.NetworkNamed],
        From,
        To,
        7,
        "Data protection officer"
    );

    private readonly AgreementDirectory _signed = AgreementDirectory
        .Empty.Apply("share", new AgreementDrawnUp("share", WestMidlands, Terms))
        .Apply("share", new AgreementSigned(Coventry, From.AddDays(-30)));

    [Fact]
    public void A_party_is_covered_while_the_agreement_is_in_force()
    {
        Assert.True(Covers(_signed, From));
        Assert.True(Covers(_signed, To));
        Assert.False(Covers(_signed, From.AddDays(-1)));
        Assert.False(Covers(_signed, To.AddDays(1)));
    }

    [Fact]
    public void Only_the_party_the_network_and_the_subject_are_covered()
    {
        Assert.False(_signed.Cover(WestMidlands, Dudley, SharedSubject.Priorities, From));
        Assert.False(_signed.Cover("south-east", Coventry, SharedSubject.Priorities, From));
        Assert.False(_signed.Cover(WestMidlands, Coventry, SharedSubject.Workstreams, From));
        Assert.True(_signed.CoverIndicator(WestMidlands, Coventry, "CSW-01", From));
        Assert.False(_signed.CoverIndicator(WestMidlands, Coventry, "CSW-02", From));
    }

    [Fact]
    public void Who_signs_later_is_covered_from_then_on()
    {
        var directory = _signed.Apply("share", new AgreementSigned(Dudley, From.AddDays(10)));

        Assert.False(directory.Cover(WestMidlands, Dudley, SharedSubject.Priorities, From.AddDays(9)));
        Assert.True(directory.Cover(WestMidlands, Dudley, SharedSubject.Priorities, From.AddDays(10)));
        Assert.True(Covers(directory, From));
    }

    [Fact]
    public void Who_left_is_not_covered_until_they_sign_again()
    {
        var left = _signed.Apply("share", new AgreementLeft(Coventry, From.AddDays(10)));
        var again = left.Apply("share", new AgreementSigned(Coventry, From.AddDays(20)));

        Assert.True(Covers(left, From.AddDays(9)));
        Assert.False(Covers(left, From.AddDays(10)));
        Assert.False(Covers(again, From.AddDays(19)));
        Assert.True(Covers(again, From.AddDays(20)));
    }

    [Fact]
    public void A_withdrawn_agreement_covers_nobody_from_that_day()
    {
        var withdrawn = _signed.Apply("share", new AgreementWithdrawn(From.AddDays(10)));

        Assert.True(Covers(withdrawn, From.AddDays(9)));
        Assert.False(Covers(withdrawn, From.AddDays(10)));
        Assert.Same(withdrawn.Find("share"), Assert.Single(withdrawn.OfNetwork(WestMidlands)));
    }

    [Fact]
    public void An_agreement_without_names_does_not_cover_named_data()
    {
        var directory = AgreementDirectory
            .Empty.Apply(
                "share",
                new AgreementDrawnUp("share", WestMidlands, Terms with { Tiers = [Tier.NetworkAnonymised] })
            )
            .Apply("share", new AgreementSigned(Coventry, From));

        Assert.False(Covers(directory, From));
        Assert.True(directory.Find("share")!.IsParty(Coventry, From));
    }

    [Fact]
    public void One_of_two_agreements_is_enough()
    {
        var two = _signed
            .Apply("other", new AgreementDrawnUp("other", WestMidlands, Terms))
            .Apply("other", new AgreementSigned(Coventry, From))
            .Apply("share", new AgreementWithdrawn(From));

        Assert.True(Covers(two, From));
        Assert.Equal(["other", "share"], two.OfNetwork(WestMidlands).Select(agreement => agreement.Code));
    }

    private static bool Covers(AgreementDirectory directory, DateOnly on) =>
        directory.Cover(WestMidlands, Coventry, SharedSubject.Priorities, on);
}
