namespace RegionalNetwork.Domain.Workstreams;

/// <summary>Something that people come to: a masterclass, a conference. (An event of practice, not of the journal.)</summary>
/// <param name="Id">Unique within the workstream.</param>
public sealed record PracticeEvent(string Id, PracticeEventDetails Details);

/// <param name="Audience">For whom, in one line.</param>
/// <param name="Description">Paragraphs.</param>
public sealed record PracticeEventDetails(
    PracticeEventKind Kind,
    string Title,
    PracticeEventDate Date,
    string? Audience,
    string? Description
);

/// <summary>When it is, as exactly as is known.</summary>
/// <param name="Date">The day; the first of the month when only the month is known.</param>
public readonly record struct PracticeEventDate(DateOnly Date, DatePrecision Precision);

public enum DatePrecision
{
    Day,
    Month,
}

public enum PracticeEventKind
{
    Masterclass,
    Workshop,
    Conference,
    Meeting,
    PracticeWeek,
    Other,
}
