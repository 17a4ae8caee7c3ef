using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>Why a workstream could not be created or changed. Codes are stable.</summary>
public static class WorkstreamRefusals
{
    public static Refusal NotFound(string id) =>
        new("WORKSTREAM_NOT_FOUND", $"There is no workstream '{id}'. Check the identifier.", "workstream");

    public static Refusal NoSuchAudience() =>
        new(
            "INVALID_VALUE",
            "A workstream is its network's and its participants', or public. Choose NETWORK or PUBLIC.",
            "audience"
        );

    public static Refusal Closed() =>
        new("WORKSTREAM_CLOSED", "This workstream is closed and cannot change. Create a new one to go on.");

    public static Refusal StatusCannotFollow(WorkstreamStatus from, WorkstreamStatus to) =>
        new(
            "STATUS_CANNOT_FOLLOW",
            $"{to} cannot follow {from}. Choose one of: {string.Join(", ", WorkstreamStatuses.After(from))}.",
            "status"
        );

    public static Refusal AlreadyParticipates(string council) =>
        new(
            "ALREADY_PARTICIPATES",
            $"{council} takes part on that day or later. Give a first day after its last participation began or ended.",
            "from"
        );

    public static Refusal NotParticipant(string council) =>
        new("NOT_A_PARTICIPANT", $"{council} takes no part that could end. Check the council.", "council");

    public static Refusal LeadCannotLeave() =>
        new("LEAD_CANNOT_LEAVE", "The lead council cannot leave. Appoint another lead first.", "council");

    public static Refusal UseAppointLead() =>
        new(
            "LEAD_IS_APPOINTED",
            "Appoint the lead council by its own command; add others as deputy or participant.",
            "role"
        );

    public static Refusal OwnerNotParticipant(string council) =>
        new(
            "OWNER_NOT_A_PARTICIPANT",
            $"{council} does not take part today. Add it to the workstream first, or choose another owner.",
            "owner"
        );

    public static Refusal ActionNotFound(string id) =>
        new("ACTION_NOT_FOUND", $"This workstream has no action '{id}'. Check the identifier.", "id");

    public static Refusal PracticeEventNotFound(string id) =>
        new("PRACTICE_EVENT_NOT_FOUND", $"This workstream has no event '{id}'. Check the identifier.", "id");

    public static Refusal MonthNeedsFirst() =>
        new("MONTH_NEEDS_FIRST", "When only the month is known, give the first day of that month.", "date");
}
