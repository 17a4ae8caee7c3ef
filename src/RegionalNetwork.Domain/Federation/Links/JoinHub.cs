using System.Buffers.Text;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.Returns;

namespace RegionalNetwork.Domain.Federation.Links;

/// <summary>This node becomes a member of a hub, which has enrolled it.</summary>
/// <param name="Owns">What the hub's invitation says.</param>
/// <param name="Level">The narrowest release that is to go there: what whoever joins says, not the hub.</param>
public sealed record JoinHub(
    string Member,
    int Enrolment,
    string Url,
    string HubKey,
    IReadOnlyList<Place> Owns,
    ReleaseLevel Level
) : LinkCommand
{
    internal static bool IsPermitted(Actor actor) => actor.May(Permission.FederateNodes);

    internal Decision<LinkEvent> Decide(HubLink? existing, CommandContext context)
    {
        if (!IsPermitted(context.Actor))
        {
            return FederationRefusals.NotPermitted;
        }

        var input = new InputCheck();
        input.Id(Member, "member");
        input.Require(Enrolment > 0, CommonRefusals.InvalidValue("enrolment"));
        input.Line(Url, Limits.UrlCharacters, "url");
        input.Check(Owns);
        input.Known(Level, "level");
        input.Require(
            Base64.IsValid(HubKey, out var length) && length is > 0 and <= Limits.PublicKeyBytes,
            FederationRefusals.KeyInvalid()
        );
        return input.Failed ? Decision<LinkEvent>.Refused(input.Refusals)
            : existing is { IsJoined: true } ? FederationRefusals.AlreadyJoined()
            : new HubJoined(Member, Enrolment, Url, HubKey, Owns, Level, context.Actor.Subject, context.Now);
    }
}
