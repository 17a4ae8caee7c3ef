using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Federation.Members;

/// <summary>
/// The next message of a member was carried out, or has to stay in quarantine. Messages are taken strictly in order, each once.
/// </summary>
/// <param name="Enrolment">Which one the message belongs to: numbers begin anew with each.</param>
/// <param name="Return">Key of the return; empty where there is none.</param>
/// <param name="Reasons">Why it stays in quarantine; empty where it was carried out.</param>
public sealed record TakeMessage(
    string Member,
    int Enrolment,
    long Number,
    string Return,
    IReadOnlyList<QuarantineReason> Reasons
) : MemberCommand(Member)
{
    internal Decision<MemberEvent> Decide(FederationMember? existing, CommandContext context)
    {
        if (existing is not { IsEnrolled: true } || existing.Enrolments != Enrolment)
        {
            return FederationRefusals.NotMember();
        }

        if (context.Actor.Subject != existing.Subject)
        {
            return FederationRefusals.NotPermitted;
        }

        if (Number <= existing.Acknowledged)
        {
            return Decision<MemberEvent>.Unchanged;
        }

        return Number != existing.Acknowledged + 1 ? FederationRefusals.OutOfOrder(existing.Acknowledged)
            : Reasons.Count == 0 ? new MessageTaken(Number, Return, context.Now)
            : existing.Quarantined.Count >= Limits.QuarantinedPerMember ? FederationRefusals.QuarantineFull()
            : new MessageQuarantined(Number, Return, [.. Reasons.Take(Limits.ReasonsPerMessage)], context.Now);
    }
}
