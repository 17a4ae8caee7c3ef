using System.Collections.Immutable;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Returns;

/// <summary>What one reporting unit returned of one collection for one period: the draft at hand, and what was approved.</summary>
/// <param name="Entries">How often it was entered.</param>
/// <param name="Draft">Null once approved, until it is entered again.</param>
/// <param name="Vintages">Approved ones, oldest first.</param>
public sealed record CouncilReturn(
    ReturnKey Key,
    ServiceScope Scope,
    int Entries,
    ReturnDraft? Draft,
    ImmutableList<ReturnVintage> Vintages,
    ImmutableList<ReturnQuestion> Questions,
    DateTimeOffset ChangedAt
)
{
    public ReturnVintage? Latest => Vintages.Count > 0 ? Vintages[^1] : null;

    public ReturnStatus Status =>
        Draft is { } draft
            ? draft.SubmittedBy is not null
                ? ReturnStatus.Submitted
                : draft.SentBackFor is not null
                    ? ReturnStatus.SentBack
                    : ReturnStatus.Draft
            : Latest!.WithdrawnOn is not null
                ? ReturnStatus.Withdrawn
                : Latest.Releases.Count > 0
                    ? ReturnStatus.Released
                    : ReturnStatus.Approved;

    /// <summary>Whether it ever left the hands of who enter it.</summary>
    public bool WasSubmitted => Vintages.Count > 0 || Draft?.SubmittedBy is not null;

    /// <summary>The newest vintage that others may see on a day; an older one goes on until then. Null where there is none.</summary>
    public ReturnVintage? ReleasedOn(DateOnly day)
    {
        for (var i = Vintages.Count - 1; i >= 0; i--)
        {
            if (Vintages[i].LevelOn(day) is not null)
            {
                return Vintages[i];
            }
        }

        return null;
    }
}

public enum ReturnStatus
{
    /// <summary>Entered, seen by the council's own people alone.</summary>
    Draft,

    /// <summary>Waits for approval.</summary>
    Submitted,

    /// <summary>The approver wants something changed.</summary>
    SentBack,

    /// <summary>Approved; nobody outside of the council sees it yet.</summary>
    Approved,

    /// <summary>Released, perhaps from a later day on.</summary>
    Released,

    Withdrawn,
}

/// <summary>What was entered, with the warnings that its figures raise.</summary>
public record ReturnContent(
    ReturnFigures Figures,
    string Version,
    IReadOnlyList<ReturnWarning> Warnings,
    ImmutableList<Explanation> Explanations,
    string? Reason,
    string EnteredBy,
    DateTimeOffset EnteredAt
)
{
    /// <summary>Warnings that nobody explained yet.</summary>
    public IEnumerable<ReturnWarning> Unexplained =>
        Warnings.Where(warning => !Explanations.Any(explanation => explanation.IsAbout(warning)));
}

/// <param name="Number">Which entry it is, from 1: who approves says which they saw.</param>
/// <param name="SubmittedBy">Null until it is submitted.</param>
/// <param name="SentBackFor">What the approver wants changed; null where it was not sent back.</param>
public sealed record ReturnDraft(
    int Number,
    ReturnContent Content,
    string? SubmittedBy,
    DateTimeOffset? SubmittedAt,
    string? SentBackFor
);

/// <param name="Number">From 1.</param>
public sealed record ReturnVintage(
    int Number,
    ReturnContent Content,
    string SubmittedBy,
    string ApprovedBy,
    DateTimeOffset ApprovedAt,
    ImmutableList<VintageRelease> Releases,
    string? WithdrawnFor,
    DateOnly? WithdrawnOn
)
{
    /// <summary>The widest level that it is released to, whenever that takes effect; null where it is not.</summary>
    public ReleaseLevel? Widest => Releases.Count == 0 ? null : Releases.Max(release => release.Level);

    /// <summary>How far it may be seen on a day; null for not at all.</summary>
    public ReleaseLevel? LevelOn(DateOnly day)
    {
        ReleaseLevel? widest = null;
        if (WithdrawnOn is null)
        {
            foreach (var release in Releases)
            {
                widest = release.IsOpenOn(day) && !(widest >= release.Level) ? release.Level : widest;
            }
        }

        return widest;
    }

    /// <summary>First day on which it could be seen at a level, as of a day on which it can.</summary>
    public DateOnly OpenSince(ReleaseLevel level, DateOnly day) =>
        Releases.Where(release => release.Level == level && release.IsOpenOn(day)).Min(release => release.From);
}

/// <param name="EmbargoUntil">First day on which others may see it; null for the day of the release.</param>
public sealed record VintageRelease(ReleaseLevel Level, DateOnly? EmbargoUntil, DateOnly On)
{
    /// <summary>First day on which others may see it.</summary>
    public DateOnly From => EmbargoUntil ?? On;

    public bool IsOpenOn(DateOnly day) => From <= day;
}

/// <summary>How far a council lets its figures go. They widen, never the other way: what was seen cannot be unseen.</summary>
public enum ReleaseLevel
{
    /// <summary>To the members of its network that agreed to share, with its name; and into sums.</summary>
    Network,

    /// <summary>Into national figures too.</summary>
    Nation,

    /// <summary>To everybody.</summary>
    Public,
}

/// <param name="Number">From 1.</param>
/// <param name="Answer">Null until it is answered.</param>
public sealed record ReturnQuestion(
    int Number,
    string Network,
    string? Field,
    string? Item,
    string Text,
    string AskedBy,
    DateTimeOffset AskedAt,
    ReturnAnswer? Answer
);

public sealed record ReturnAnswer(string Text, string By, DateTimeOffset At);
