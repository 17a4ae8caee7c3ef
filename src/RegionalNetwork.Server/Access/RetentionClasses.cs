namespace RegionalNetwork.Server.Access;

/// <summary>How long a class of data is kept.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="MonthsKept">Null for what is kept for ever.</param>
/// <param name="CountedFrom">The event from which the months count.</param>
internal sealed record RetentionClass(string Name, int? MonthsKept, string CountedFrom)
{
    /// <summary>What happened before this instant is no longer kept; null for what is kept for ever.</summary>
    public DateTimeOffset? CutOff(DateTimeOffset now) => MonthsKept is { } months ? now.AddMonths(-months) : null;
}

/// <summary>
/// The retention schedule. The access log's is carried out by <see cref="AccessRetention"/>. Personal details go when their
/// person's key is destroyed, at the latest by <see cref="People.PersonRetention"/>. Nothing in the journal is deleted: of the other classes it says when they are no longer shown.
/// </summary>
internal static class RetentionClasses
{
    public static RetentionClass AccessLog { get; } = new("access log", 72, "the read");

    public static RetentionClass PersonalDetails { get; } = new("directory and personal details", 12, "leaving");

    public static RetentionClass Drafts { get; } = new("drafts", 12, "the last change");

    public static RetentionClass Observations { get; } = new("observations", 84, "the end of their period");

    public static RetentionClass Published { get; } = new("what was published", MonthsKept: null, "publication");

    public static IReadOnlyList<RetentionClass> All { get; } =
    [AccessLog, PersonalDetails, Drafts, Observations, Published];
}
