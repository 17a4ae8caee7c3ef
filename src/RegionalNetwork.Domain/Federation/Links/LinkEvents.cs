using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;

namespace RegionalNetwork.Domain.Federation.Links;

/// <summary>What happens between a node and its hub, as the node sees it.</summary>
public abstract record LinkEvent;

/// <summary>The hub enrolled this node. Messages begin with number 1.</summary>
/// <param name="Enrolment">Which enrolment of this node at the hub it is.</param>
/// <param name="HubKey">Public key, base64 of its SubjectPublicKeyInfo.</param>
public sealed record HubJoined(
    string Member,
    int Enrolment,
    string Url,
    string HubKey,
    IReadOnlyList<Place> Owns,
    ReleaseLevel Level,
    string By,
    DateTimeOffset At
) : LinkEvent;

public sealed record MessageQueued(
    long Number,
    MessageKind Kind,
    string Return,
    int Vintage,
    ReleaseLevel Level,
    DateTimeOffset At
) : LinkEvent;

/// <param name="UpTo">Number of the last message that the hub took or put in quarantine.</param>
/// <param name="Quarantined">All that are in quarantine there now.</param>
public sealed record MessagesAcknowledged(long UpTo, IReadOnlyList<QuarantinedMessage> Quarantined, DateTimeOffset At)
    : LinkEvent;

/// <summary>Nothing that is released from now on goes to the hub.</summary>
public sealed record HubLeaving(LeavingHow How, string By, DateTimeOffset At) : LinkEvent;

/// <summary>The hub knows that this node has left.</summary>
public sealed record HubLeft(DateTimeOffset At) : LinkEvent;
