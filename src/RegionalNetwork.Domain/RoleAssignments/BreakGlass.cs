using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.PrincipalSocialWorkers;

namespace RegionalNetwork.Domain.RoleAssignments;

/// <summary>
/// An operator opens the unpublished data of one place, for a stated reason and a short time. It is never renewed: who needs
/// longer breaks the glass again, with a reason.
/// </summary>
/// <param name="PlaceExists">Read by who sends the command, for a network; councils are in the register.</param>
/// <param name="OpenNow">How many panes the same person has open, read by who sends the command.</param>
public sealed record BreakGlass(
    string Assignment,
    Place Place,
    string Reason,
    int Minutes,
    bool PlaceExists,
    int OpenNow
) : RoleAssignmentCommand(Assignment)
{
    internal Decision<RoleAssignmentEvent> Decide(RoleAssignment? existing, CommandContext context)
    {
        if (context.Actor.OnBehalfOf is not null || !context.Actor.May(Permission.BreakGlass, Place))
        {
            return CommonRefusals.NotPermitted("an operator of this service");
        }

        var input = new InputCheck();
        input.Id(Assignment, "assignment");
        input.Add(FaultOfPlace(context.Today));
        var reason = CheckedReason(input);
        input.Require(
            Minutes is >= Limits.GlassMinutesMin and <= Limits.GlassMinutesMax,
            RoleAssignmentRefusals.GlassMinutes()
        );
        if (input.Failed)
        {
            return Decision<RoleAssignmentEvent>.Refused(input.Refusals);
        }

        if (existing is not null)
        {
            return CommonRefusals.IdTaken(Assignment);
        }

        var until = context.Now.AddMinutes(Minutes);
        return OpenNow >= Limits.GlassOpenPerPerson
            ? CommonRefusals.TooMany("places open at once", Limits.GlassOpenPerPerson)
            : new GlassBroken(Assignment, context.Actor.Subject, Place, reason, context.Now, until);
    }

    private string CheckedReason(InputCheck input)
    {
        var reason = FreeText.Line(Reason, Limits.LineCharacters, "reason");
        input.Add(
            reason.Fault
                ?? (
                    reason.Value.Length < Limits.GlassReasonCharactersMin ? RoleAssignmentRefusals.ReasonTooShort()
                    : RoleTitles.NameSomebody(reason.Value) ? RoleAssignmentRefusals.ReasonNamesSomebody()
                    : null
                )
        );
        return reason.Value;
    }

    private Refusal? FaultOfPlace(DateOnly today) =>
        Place.Kind switch
        {
            PlaceKind.Council => CouncilCodes.FaultOn(today, Place.Code, "place"),
            PlaceKind.Network => PlaceExists ? null : RoleAssignmentRefusals.PlaceNotFound(),
            _ => RoleAssignmentRefusals.GlassPlace(),
        };
}
