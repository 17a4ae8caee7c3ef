using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Returns;

/// <summary>Why a return could not be entered, submitted, approved, released or asked about. Codes are stable.</summary>
public static class ReturnRefusals
{
    public const string UnexplainedCode = "WARNING_UNEXPLAINED";

    /// <summary>The same where there is one that the caller may not see.</summary>
    public static Refusal NotFound() =>
        new(
            "RETURN_NOT_FOUND",
            "There is no such return of yours. Check the collection, the council and the period.",
            "period"
        );

    public static Refusal CollectionNotFound() =>
        new(
            "COLLECTION_NOT_FOUND",
            "There is no collection with this code. returnCollections lists them.",
            "collection"
        );

    public static Refusal PeriodNotFound() =>
        new(
            "PERIOD_NOT_FOUND",
            "This collection has no such period. Write 202526 for a financial year, 202526-Q3 for its third quarter, 2026-09 "
                + "for a month.",
            "period"
        );

    public static Refusal UnitNotFound() =>
        new(
            "COUNCIL_NOT_FOUND",
            "Give a council's nine-character code, such as E08000031, or those of councils that report jointly, joined by +.",
            "council"
        );

    public static Refusal PeriodNotOver(DateOnly referenceDate) =>
        new(
            "PERIOD_NOT_OVER",
            $"These figures describe {referenceDate:d MMMM yyyy}. Enter them from that day on.",
            "period"
        );

    public static Refusal UnitOverlaps(string other) =>
        new(
            "UNIT_OVERLAPS",
            $"There is a return of {other} for this period already, and a council may be counted once only. Withdraw that one, or enter this one as that is.",
            "council"
        );

    public static Refusal KeptElsewhere() =>
        new(
            "RETURN_KEPT_ELSEWHERE",
            "This council has a node of its own, from which its returns come. Enter, approve, release and withdraw them there.",
            "council"
        );

    public static Refusal AlreadyApproved() =>
        new("RETURN_APPROVED", "This return is approved. Restate it, and say why.", "period");

    public static Refusal NotApproved() =>
        new("RETURN_NOT_APPROVED", "No vintage of this return is approved. Have it submitted and approved first.");

    public static Refusal NothingToSubmit() => new("NOTHING_TO_SUBMIT", "There is no draft. Enter the figures first.");

    public static Refusal NotSubmitted() =>
        new("RETURN_NOT_SUBMITTED", "There is nothing to approve or send back. Wait until the return is submitted.");

    public static Refusal Unexplained(ReturnWarning warning) =>
        new(
            UnexplainedCode,
            $"{warning.Message} Change the figure, or explain it.",
            "explanations",
            warning.Item,
            warning.Field
        );

    public static Refusal DraftChanged(int current) =>
        new(
            "DRAFT_CHANGED",
            $"The return was entered again since you read it. Read draft {current}, then approve that.",
            "draft"
        );

    public static Refusal OwnReturn() =>
        new(
            "APPROVER_ENTERED_IT",
            "You entered or submitted this return, so somebody else must approve it. Ask another approver."
        );

    public static Refusal LevelNarrower(ReleaseLevel current) =>
        new(
            "LEVEL_NARROWER",
            $"It is released to {current} already, and what was seen cannot be unseen. Choose that level or a wider one, or withdraw the return.",
            "level"
        );

    public static Refusal VintageWithdrawn() =>
        new("RETURN_WITHDRAWN", "This return was withdrawn. Restate it, and have that approved.");

    public static Refusal EmbargoInvalid() =>
        new("EMBARGO_INVALID", $"Give a day from today to {Limits.EmbargoDays} days from today.", "embargoUntil");

    public static Refusal EmbargoLater() =>
        new(
            "EMBARGO_LATER",
            "It is promised for an earlier day at this level. Give that day or an earlier one.",
            "embargoUntil"
        );

    public static Refusal FieldNotFound(params IReadOnlyList<string> path) =>
        new("FIELD_NOT_FOUND", "Name a column of the return.", path);

    public static Refusal ItemNotFound(params IReadOnlyList<string> path) =>
        new("ITEM_NOT_FOUND", "Name an item of the return's breakdown, or Total.", path);

    public static Refusal ExplainedTwice(params IReadOnlyList<string> path) =>
        new("EXPLAINED_TWICE", "Explain each figure once.", path);

    public static Refusal Formula(params IReadOnlyList<string> path) =>
        new("TEXT_FORMULA", "A spreadsheet would run this text as a formula. Start it with a letter or a digit.", path);

    public static Refusal NotMember() =>
        new(
            "NOT_A_MEMBER",
            "The council is not a member of this network today. Ask about returns of your own members.",
            "network"
        );

    public static Refusal QuestionNotFound() =>
        new("QUESTION_NOT_FOUND", "There is no such question about this return. Check its number.", "question");

    public static Refusal AlreadyAnswered() =>
        new("QUESTION_ANSWERED", "This question is answered. Wait for another one.", "question");
}
