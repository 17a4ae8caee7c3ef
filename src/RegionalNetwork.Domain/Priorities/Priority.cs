using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Themes;

namespace RegionalNetwork.Domain.Priorities;

/// <summary>What a council, a network or the nation means to work on in a year.</summary>
/// <param name="Owner">A council's code or a network's identifier; <paramref name="Level"/> says which.</param>
/// <param name="Id">Unique within its owner.</param>
/// <param name="Year">Financial year, <c>2022-23</c>.</param>
/// <param name="Rank">Place among its owner's priorities of the year, from 1.</param>
/// <param name="ApprovedBy">The body that approved it, such as Cabinet; null when not approved or not said.</param>
public sealed record Priority(
    string Owner,
    string Id,
    string Year,
    PriorityLevel Level,
    int Rank,
    PriorityDetails Details,
    PriorityStatus Status,
    string? ApprovedBy
)
{
    public required Audience Audience { get; init; }

    /// <summary>The day from which it is shown to its audience; the first day of all for one that always was.</summary>
    public DateOnly Since { get; init; }

    /// <summary>How often it was changed since it was declared; its place among the others counts too.</summary>
    public int Changes { get; init; }

    /// <summary>Who declared or last revised it.</summary>
    public required string WordedBy { get; init; }
}

/// <summary>The wording and the links of a priority.</summary>
/// <param name="Rationale">Why it matters and what is meant to happen; paragraphs.</param>
public sealed record PriorityDetails(string Title, ThemeChoice Themes, string? Rationale, PriorityAlignment? Alignment)
{
    internal bool SameAs(PriorityDetails other) =>
        Title == other.Title
        && Themes.SameAs(other.Themes)
        && Rationale == other.Rationale
        && Alignment == other.Alignment;
}

/// <summary>The wider priority that this one serves.</summary>
/// <param name="To">A network's identifier, or <see cref="National"/>.</param>
/// <param name="Text">That priority in words.</param>
public sealed record PriorityAlignment(string To, string Text)
{
    public const string National = "national";
}

/// <summary>Whose priority it is: a council's, a regional network's, or the nation's.</summary>
public enum PriorityLevel
{
    Council,
    Regional,
    National,
}

/// <summary>What became of a priority. <see cref="PriorityStatuses"/> says what may follow what.</summary>
public enum PriorityStatus
{
    Proposed,
    Approved,
    InProgress,
    Achieved,
    CarriedForward,
    Withdrawn,
}
