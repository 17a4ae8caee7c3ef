using RegionalNetwork.Domain.Audiences;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.PrincipalSocialWorkers;

namespace RegionalNetwork.Domain.Sharing;

/// <summary>A network writes down what its councils may agree to. The same again changes nothing.</summary>
/// <param name="NetworkExists">Read by who sends the command: a regional network has this identifier.</param>
public sealed record DrawUpAgreement(string Agreement, string Network, AgreementTerms Terms, bool NetworkExists)
    : AgreementCommand(Agreement)
{
    private static readonly Tier[] TiersOfAgreements =
    [
        Tier.NetworkNamed,
        Tier.NetworkAnonymised,
        Tier.RegionalAggregate,
    ];

    internal Decision<AgreementEvent> Decide(SharingAgreement? existing, CommandContext context)
    {
        if (!context.Actor.May(Permission.DrawUpAgreements, Place.Network(Network)))
        {
            return CommonRefusals.NotPermitted("the network's coordinator or chair");
        }

        var input = new InputCheck();
        input.Id(Agreement, "agreement");
        input.Require(NetworkExists, AgreementRefusals.NetworkNotFound(Network));
        var terms = Checked(input);
        if (input.Failed)
        {
            return Decision<AgreementEvent>.Refused(input.Refusals);
        }

        if (existing is not null)
        {
            return existing.Network == Network && existing.Terms.SameAs(terms)
                ? Decision<AgreementEvent>.Unchanged
                : CommonRefusals.IdTaken(Agreement);
        }

        return new AgreementDrawnUp(Agreement, Network, terms);
    }

    private AgreementTerms Checked(InputCheck input)
    {
        input.Require(IsChoice(Terms.Subjects, Enum.GetValues<SharedSubject>()), AgreementRefusals.SubjectsRequired());
        input.Require(IsChoice(Terms.Tiers, TiersOfAgreements), AgreementRefusals.TiersRequired());
        input.Require(Terms.From <= Terms.To, CommonRefusals.InvalidDates("to"));
        input.Require(IsShortEnough(), AgreementRefusals.TooLong());
        input.Require(Terms.RetentionYears is >= 1 and <= Limits.RetentionYearsMax, AgreementRefusals.Retention());
        CheckIndicators(input);
        var contact = input.Line(Terms.BreachContact, Limits.LineCharacters, "breachContact");
        input.Require(!RoleTitles.NameSomebody(contact), AgreementRefusals.RolesOnly());
        return Terms with
        {
            Title = input.Line(Terms.Title, Limits.TitleCharacters, "title"),
            Purpose = input.Paragraphs(Terms.Purpose, Limits.TextCharacters, "purpose"),
            BreachContact = contact,
        };
    }

    private void CheckIndicators(InputCheck input)
    {
        if (Terms.Indicators.Count > Limits.IndicatorsPerAgreement)
        {
            input.Add(CommonRefusals.TooMany("indicators", Limits.IndicatorsPerAgreement, "indicators"));
            return;
        }

        input.Require(
            Terms.Subjects.Contains(SharedSubject.Figures) == (Terms.Indicators.Count > 0)
                && Terms.Indicators.Distinct(StringComparer.Ordinal).Count() == Terms.Indicators.Count,
            AgreementRefusals.IndicatorsAndFigures()
        );
        for (var i = 0; i < Terms.Indicators.Count; i++)
        {
            input.Id(Terms.Indicators[i], "indicators", $"{i}");
        }
    }

    private bool IsShortEnough() =>
        Terms.From.Year + Limits.AgreementYears >= DateOnly.MaxValue.Year
        || Terms.To <= Terms.From.AddYears(Limits.AgreementYears);

    private static bool IsChoice<T>(IReadOnlyList<T> chosen, T[] choices) =>
        chosen.Count is > 0
        && chosen.Count <= choices.Length
        && chosen.Distinct().Count() == chosen.Count
        && chosen.All(choices.Contains);
}
