using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Federation.Members;

/// <summary>
/// An operator of the hub takes messages out of quarantine that nobody waits for any more. What the hub then takes of the return comes
/// with its next message; a message that is to come after all is sent again by its node.
/// </summary>
/// <param name="Number">Null for all.</param>
public sealed record SettleQuarantine(string Member, long? Number) : MemberCommand(Member)
{
    internal Decision<MemberEvent> Decide(FederationMember? existing, CommandContext context)
    {
        if (!context.Actor.May(Permission.FederateNodes))
        {
            return FederationRefusals.NotPermitted;
        }

        if (existing is null)
        {
            return FederationRefusals.MemberNotFound();
        }

        long[] settled =
        [
            .. existing.Quarantined.Select(one => one.Number).Where(number => Number is null || number == Number),
        ];
        return settled.Length == 0
            ? Decision<MemberEvent>.Unchanged
            : new QuarantineSettled(settled, context.Actor.Subject, context.Now);
    }
}
