using System.Collections.Immutable;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;

namespace RegionalNetwork.Domain.Federation.Links;

/// <summary>What a node knows of the hub that it is a member of: what is to be sent there, and how far it got.</summary>
/// <param name="Member">The name that the hub gave this node.</param>
/// <param name="Enrolment">Which enrolment of this node at the hub it is: what belongs to an earlier one counts no more.</param>
/// <param name="HubKey">The hub's public key as it was at enrolment, base64 of its SubjectPublicKeyInfo.</param>
/// <param name="Owns">The councils that this node speaks for there.</param>
/// <param name="Level">The narrowest release that goes there.</param>
/// <param name="Messages">All of them, in order: the first has number 1.</param>
/// <param name="Last">The last message about each return or priority, by its key.</param>
/// <param name="Acknowledged">Number of the last message that the hub took or put in quarantine.</param>
/// <param name="Quarantined">Those that nothing has settled yet, oldest first.</param>
/// <param name="Leaving">How this node leaves; null while it stays.</param>
public sealed record HubLink(
    string Member,
    int Enrolment,
    string Url,
    string HubKey,
    IReadOnlyList<Place> Owns,
    ReleaseLevel Level,
    ImmutableList<QueuedMessage> Messages,
    ImmutableDictionary<string, QueuedMessage> Last,
    long Acknowledged,
    ImmutableList<QuarantinedMessage> Quarantined,
    DateTimeOffset? AcknowledgedAt,
    LeavingHow? Leaving,
    DateTimeOffset? LeftAt
)
{
    public bool IsJoined => LeftAt is null;

    /// <summary>Regions that this node speaks for: it is a hub of its own, and passes on what it shows.</summary>
    public IEnumerable<string> Regions => Owns.Regions();

    /// <summary>Councils whose figures the hub shows, and this node to their own people alone.</summary>
    public IReadOnlyList<Place> ShownAtHub => IsJoined && !Regions.Any() ? Owns : [];

    /// <summary>Messages that the hub has not acknowledged.</summary>
    public long Lag => Messages.Count - Acknowledged;

    /// <summary>When the oldest of them was queued; null where there is none.</summary>
    public DateTimeOffset? BehindSince => Lag > 0 ? Messages[(int)Acknowledged].At : null;
}

public enum LeavingHow
{
    /// <summary>What was sent stays at the hub.</summary>
    WhatWasSentStays,

    /// <summary>The hub is told to withdraw what was sent, and then that this node leaves.</summary>
    WhatWasSentIsWithdrawn,
}

/// <summary>
/// One message to the hub, as a note of what it is about. Its figures stand in the journal once, in the return; they are read when it
/// is sent, if they may still leave then.
/// </summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Return">Key of the return, or <see cref="PriorityAddress"/>, or <see cref="SumsAddress"/>.</param>
/// <param name="Vintage">Of the return here; of a priority how often it had been changed; of sums the round, 0 for no more.</param>
public sealed record QueuedMessage(
    long Number,
    MessageKind Kind,
    string Return,
    int Vintage,
    ReleaseLevel Level,
    DateTimeOffset At
);

public enum MessageKind
{
    /// <summary>A vintage is released to this level.</summary>
    Released,

    /// <summary>Everything of this return that was sent is withdrawn.</summary>
    Withdrawn,

    /// <summary>A priority is shown to this level.</summary>
    PriorityShown,

    /// <summary>A priority that was sent is shown there no more.</summary>
    PriorityHidden,

    /// <summary>A region's sums of a round, in the place of all before.</summary>
    Sums,
}
