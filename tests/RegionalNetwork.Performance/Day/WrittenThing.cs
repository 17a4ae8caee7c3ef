namespace RegionalNetwork.Performance.Day;

/// <summary>What one request at a time changes, so that what it says afterwards is known.</summary>
/// <param name="Code">As its mutation takes it; for a narrative the code of the indicator.</param>
/// <param name="Writer">Who changes it, and reads it back.</param>
internal sealed record WrittenThing(DayKind Kind, string Code, Person Writer)
{
    /// <summary>Changes so far, also one that is under way.</summary>
    public int Version { get; set; }

    /// <summary>What it was acknowledged to say; null before anything was.</summary>
    public string? Text { get; set; }

    public string CommandId => $"day-{Kind}-{Writer.Council.Code}-{Code}-{Version}".Replace(':', '-');
}
