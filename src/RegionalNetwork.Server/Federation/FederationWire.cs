using System.Text.Json.Serialization;
using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;

namespace RegionalNetwork.Server.Federation;

/// <summary><c>POST /federation/members</c>: whoever has a one-time code enrols a node.</summary>
/// <param name="Key">The node's public key, base64 of its SubjectPublicKeyInfo; the proof that goes with it is signed with it.</param>
internal sealed record EnrolmentRequest(string Code, string Key);

/// <param name="Member">What the node is called here.</param>
/// <param name="Enrolment">Which enrolment of it this is.</param>
/// <param name="Key">The hub's public key. Its SHA-256 came with the code.</param>
internal sealed record EnrolmentAnswer(
    string Member,
    int Enrolment,
    string Key,
    IReadOnlyList<Place> Owns,
    ReleaseLevel Level
);

/// <summary><c>POST /federation/batches</c>: the next messages of a member, in order; none to say that it is there.</summary>
/// <param name="Last">Number of the last message that waits at the member, for the status at the hub.</param>
/// <param name="BehindSince">When the oldest one that waits there was queued; null where none does.</param>
/// <param name="IsLeaving">After these messages the member leaves.</param>
internal sealed record Batch(
    int Enrolment,
    long Last,
    DateTimeOffset? BehindSince,
    bool IsLeaving,
    IReadOnlyList<BatchMessage> Messages
);

/// <summary>
/// All that the hub needs of one thing that happened: a released vintage as the table that a council would upload, with what the council
/// explains of its figures, nobody's code and no other note in it.
/// </summary>
/// <param name="Return">Key of the return, or address of the priority or the sums; empty for a void message.</param>
/// <param name="Version">Of the collection's definitions; null but for a release and sums. What follows is of a release alone.</param>
/// <param name="From">First day on which others may see it.</param>
/// <param name="Table">CSV, as for <c>POST /returns</c>.</param>
internal sealed record BatchMessage(
    long Number,
    BatchMessageKind Kind,
    string Return,
    string? Version,
    ReleaseLevel? Level,
    DateOnly? From,
    string? Table
)
{
    /// <summary>
    /// What goes with the figures; null where there is nothing. A message without is as it was before there were any, so that hubs and
    /// nodes of either version take it; an older hub refuses a batch with them whole, and gets it again until it is upgraded.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Explanation>? Explanations { get; init; }

    /// <summary>The priority that is shown; null for every other kind. A hub that does not know the kind refuses likewise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ShownPriority? Priority { get; init; }

    /// <summary>All that is let out of a region's round; null for every other kind.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<IndicatorSum>? Sums { get; init; }
}

internal enum BatchMessageKind
{
    Released,
    Withdrawn,

    /// <summary>What it was about may not leave any more.</summary>
    Void,
    PriorityShown,
    PriorityHidden,
    Sums,
}

/// <param name="Acknowledged">Number of the last message that was taken or put in quarantine; the next one is to follow it.</param>
/// <param name="Quarantined">All that wait in quarantine.</param>
/// <param name="Problem">Why not all of the batch was taken; null where it was.</param>
internal sealed record BatchAnswer(
    long Acknowledged,
    IReadOnlyList<QuarantinedMessage> Quarantined,
    FederationProblem? Problem
);

/// <param name="Code">Stable and machine-readable.</param>
internal sealed record FederationProblem(string Code, string Message)
{
    public static FederationProblem Of(Refusal refusal) => new(refusal.Code, refusal.Message);
}

/// <summary>A member that is not known here is an error: a newer node sent it, and half of a message would be carried out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false
)]
[JsonSerializable(typeof(EnrolmentRequest))]
[JsonSerializable(typeof(EnrolmentAnswer))]
[JsonSerializable(typeof(Batch))]
[JsonSerializable(typeof(BatchAnswer))]
[JsonSerializable(typeof(FederationProblem))]
internal sealed partial class FederationJson : JsonSerializerContext;
