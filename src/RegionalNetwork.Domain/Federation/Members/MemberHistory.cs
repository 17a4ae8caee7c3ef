namespace RegionalNetwork.Domain.Federation.Members;

/// <summary>Folds a member's events into what it is. An event that cannot follow is a bug, and throws.</summary>
internal static class MemberHistory
{
    public static FederationMember Apply(FederationMember? before, MemberEvent happened) =>
        happened is MemberInvited invited
            ? Invited(before, invited)
            : ApplyTo(
                before
                    ?? throw new ArgumentException(
                        $"{happened.GetType().Name} before an invitation.",
                        nameof(happened)
                    ),
                happened
            );

    private static FederationMember Invited(FederationMember? before, MemberInvited invited)
    {
        var invitation = new MemberInvitation(
            invited.CodeHash,
            invited.Owns,
            invited.Level,
            invited.Until,
            IsUsed: false
        );
        return before is null
            ? new FederationMember(invited.Member, [], invited.Level, invitation, null, 0, 0, [], null, null)
            : before with
            {
                Invitation = invitation,
            };
    }

    private static FederationMember ApplyTo(FederationMember member, MemberEvent happened) =>
        happened switch
        {
            MemberEnrolled enrolled => member with
            {
                Owns = member.Invitation.Owns,
                Level = member.Invitation.Level,
                Invitation = member.Invitation with { IsUsed = true },
                Key = enrolled.Key,
                Enrolments = member.Enrolments + 1,
                Acknowledged = 0,
                Quarantined = [],
                HeardAt = enrolled.At,
                LeftAt = null,
            },
            MessageTaken taken => member with
            {
                Acknowledged = taken.Number,
                Quarantined = member.Quarantined.Without(taken.Return),
                HeardAt = taken.At,
            },
            MessageQuarantined refused => member with
            {
                Acknowledged = refused.Number,
                Quarantined = member
                    .Quarantined.Without(refused.Return)
                    .Add(new QuarantinedMessage(refused.Number, refused.Return, refused.Reasons)),
                HeardAt = refused.At,
            },
            QuarantineSettled settled => member with
            {
                Quarantined = member.Quarantined.RemoveAll(one => settled.Numbers.Contains(one.Number)),
            },
            MemberLeft left => member with { Invitation = member.Invitation with { IsUsed = true }, LeftAt = left.At },
            _ => throw new ArgumentException($"{happened.GetType().Name} is not known here.", nameof(happened)),
        };
}
