using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Priorities;

/// <summary>Why a priority could not be declared or changed. Codes are stable.</summary>
public static class PriorityRefusals
{
    public static Refusal NotFound(string id) =>
        new("PRIORITY_NOT_FOUND", $"There is no priority '{id}' here. Check the identifier.", "id");

    public static Refusal KeptElsewhere() =>
        new(
            "PRIORITY_KEPT_ELSEWHERE",
            "This council has a node of its own, from which its priorities come. Declare and change them there.",
            "council"
        );

    public static Refusal TooManyInYear(string year) =>
        new(
            "TOO_MANY_PRIORITIES",
            $"{year} has {Limits.PrioritiesPerYear} priorities already. Join some of them before you add another.",
            "year"
        );

    public static Refusal TooMany() =>
        new("TOO_MANY_PRIORITIES", $"{Limits.PrioritiesPerOwner} priorities are kept at most. Revise one that exists.");

    public static Refusal Ended(Priority priority) =>
        new(
            "PRIORITY_ENDED",
            $"'{priority.Details.Title}' was withdrawn, achieved or carried forward. Declare a new priority instead.",
            "id"
        );

    public static Refusal StatusCannotFollow(PriorityStatus from, PriorityStatus to) =>
        new(
            "STATUS_CANNOT_FOLLOW",
            PriorityStatuses.After(from) is { Count: > 0 } next
                ? $"{to} cannot follow {from}. Choose one of: {string.Join(", ", next)}."
                : $"{to} cannot follow {from}. Declare a new priority instead.",
            "status"
        );

    public static Refusal ApprovingBodyNotExpected() =>
        new(
            "APPROVING_BODY_NOT_EXPECTED",
            "Name an approving body only when the status becomes Approved.",
            "approvedBy"
        );

    public static Refusal ApproverWordedIt() =>
        new(
            "APPROVER_WORDED_IT",
            "You worded this priority, so somebody else must approve it. Ask another approver.",
            "status"
        );

    public static Refusal RankingIncomplete(string year) =>
        new("RANKING_INCOMPLETE", $"List every priority of {year} exactly once, the most important first.", "ids");
}
