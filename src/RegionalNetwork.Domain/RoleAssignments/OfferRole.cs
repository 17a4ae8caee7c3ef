using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.RoleAssignments;

/// <summary>A role is offered to whoever shows the one-time code. The same again changes nothing.</summary>
/// <param name="CodeHash">SHA-256 of the one-time code, in lower-case hexadecimal digits.</param>
public sealed record OfferRole(string Assignment, RoleTerms Terms, string CodeHash, OfferFacts Facts)
    : RoleAssignmentCommand(Assignment)
{
    internal Decision<RoleAssignmentEvent> Decide(RoleAssignment? existing, CommandContext context)
    {
        if (!MayOffer(context))
        {
            return CommonRefusals.NotPermitted("who assigns roles there");
        }

        var input = new InputCheck();
        Check(input);
        if (input.Failed)
        {
            return Decision<RoleAssignmentEvent>.Refused(input.Refusals);
        }

        if (existing is not null)
        {
            return existing.Terms == Terms && existing.Offer?.CodeHash == CodeHash
                ? Decision<RoleAssignmentEvent>.Unchanged
                : CommonRefusals.IdTaken(Assignment);
        }

        return Facts.OpenOffers >= Limits.OpenOffersPerOfferer
            ? CommonRefusals.TooMany("open offers", Limits.OpenOffersPerOfferer)
            : new RoleOffered(
                Assignment,
                Terms,
                CodeHash,
                context.Actor.Subject,
                context.Actor.OnBehalfOf,
                context.Now.AddDays(Limits.OfferDays)
            );
    }

    private bool MayOffer(CommandContext context) =>
        Terms.OnBehalfOf is null
            ? RoleAuthority.MayGive(context.Actor, Terms, Facts)
            : Delegation.MayDelegate(context, Terms, Facts.Principal);

    private void Check(InputCheck input)
    {
        input.Id(Assignment, "assignment");
        input.Known(Terms.Scope, "scope");
        input.Require(ContentHashes.IsValid(CodeHash), CommonRefusals.InvalidValue("codeHash"));
        input.Require(Terms.To is null || Terms.From <= Terms.To, CommonRefusals.InvalidDates("to"));
        input.Known(Terms.Role, "role");
        if (input.Failed)
        {
            return;
        }

        var at = PermissionTable.Of(Terms.Role).At;
        input.Add(Terms.Place.Kind == at ? FaultOfPlace() : RoleAssignmentRefusals.NotHeldThere(at));
        if (Terms.OnBehalfOf is not null)
        {
            Delegation.Check(Terms, Facts.Principal!.Terms, input);
        }
    }

    private Refusal? FaultOfPlace() =>
        Terms.Place.Kind switch
        {
            PlaceKind.Council => CouncilCodes.FaultOn(Terms.From, Terms.Place.Code, "place"),
            PlaceKind.Network when Facts.PlaceExists => null,
            PlaceKind.Region when CouncilRegister.England.FindRegion(Terms.Place.Code) is { IsPartOfRegion: false } =>
                null,
            PlaceKind.Nation or PlaceKind.Service when Terms.Place.Code.Length == 0 => null,
            _ => RoleAssignmentRefusals.PlaceNotFound(),
        };
}
