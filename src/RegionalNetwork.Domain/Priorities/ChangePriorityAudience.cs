using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Priorities;

/// <summary>Shows a priority to others, or to its owner's people alone again. What was public only a publisher takes back.</summary>
public sealed record ChangePriorityAudience(string Owner, string Id, Audience Audience) : PriorityCommand(Owner)
{
    internal Decision<PriorityEvent> Decide(PriorityBook book, Place place, CommandContext context)
    {
        if (book.Find(Id) is not { } priority)
        {
            return PriorityRefusals.NotFound(Id);
        }

        if (!Enum.IsDefined(Audience))
        {
            return CommonRefusals.InvalidValue("audience");
        }

        if (priority.Audience == Audience)
        {
            return Decision<PriorityEvent>.Unchanged;
        }

        return priority.Audience == Audience.Public && !context.Actor.May(Permission.Publish, place)
            ? CommonRefusals.NotPermitted("whoever published it")
            : new PriorityAudienceChanged(Id, Audience, context.Today);
    }
}
