namespace RegionalNetwork.Performance.Day;

/// <summary>What people do.</summary>
internal enum DayKind
{
    /// <summary>Opens the page of a council: posts, priorities, workstreams.</summary>
    Dashboard,

    /// <summary>My council beside network, region, neighbours and England, over twelve indicators.</summary>
    Comparison,

    /// <summary>The same with trends.</summary>
    Trends,

    /// <summary>Every council of a region beside the region and England: published figures.</summary>
    Benchmark,

    /// <summary>The same of what councils returned to each other: each council that is shown goes on record first.</summary>
    ReturnedBenchmark,

    /// <summary>England and its regions over the years.</summary>
    Rollups,

    /// <summary>Workstreams of a theme, and who takes part.</summary>
    Themes,

    /// <summary>Asks for a page again that it has, by its entity tag.</summary>
    Unchanged,

    /// <summary>Fetches a table as a file.</summary>
    Export,

    /// <summary>Who of the network has returned.</summary>
    ReturnsDue,

    RevisePriority,
    WriteNarrative,
    ReviseWorkstream,

    /// <summary>The next step of a council's return: upload, correction, submission, judgement, release.</summary>
    Return,
}

/// <summary>How what people do is timed.</summary>
internal enum DayClass
{
    Read,
    Write,
    Upload,
}

/// <summary>A part of the day. The mixes are guesses: nobody has watched such a day yet.</summary>
/// <param name="Mix">Of a hundred requests, how many are of each kind.</param>
internal sealed record DayPart(string Name, IReadOnlyList<(DayKind Kind, int InHundred)> Mix)
{
    public static DayPart Morning { get; } =
        new(
            "morning before the meeting",
            [
                (DayKind.Dashboard, 26),
                (DayKind.Comparison, 15),
                (DayKind.Trends, 3),
                (DayKind.Benchmark, 14),
                (DayKind.ReturnedBenchmark, 8),
                (DayKind.Rollups, 5),
                (DayKind.Themes, 8),
                (DayKind.Unchanged, 12),
                (DayKind.Export, 1),
                (DayKind.ReturnsDue, 2),
                (DayKind.RevisePriority, 2),
                (DayKind.WriteNarrative, 2),
                (DayKind.ReviseWorkstream, 1),
                (DayKind.Return, 1),
            ]
        );

    public static DayPart Deadline { get; } =
        new(
            "deadline afternoon",
            [
                (DayKind.Dashboard, 18),
                (DayKind.Comparison, 8),
                (DayKind.Trends, 2),
                (DayKind.Benchmark, 10),
                (DayKind.ReturnedBenchmark, 8),
                (DayKind.Rollups, 4),
                (DayKind.Themes, 3),
                (DayKind.Unchanged, 10),
                (DayKind.Export, 1),
                (DayKind.ReturnsDue, 8),
                (DayKind.RevisePriority, 3),
                (DayKind.WriteNarrative, 6),
                (DayKind.ReviseWorkstream, 1),
                (DayKind.Return, 18),
            ]
        );

    public static DayPart Evening { get; } =
        new(
            "evening of the national office",
            [
                (DayKind.Rollups, 35),
                (DayKind.Benchmark, 20),
                (DayKind.ReturnedBenchmark, 10),
                (DayKind.Unchanged, 15),
                (DayKind.Themes, 10),
                (DayKind.Dashboard, 6),
                (DayKind.Export, 4),
            ]
        );

    /// <summary>One kind alone, to see what it costs.</summary>
    public static DayPart Only(DayKind kind) => new(kind.ToString(), [(kind, 100)]);

    public DayKind Next(Random random)
    {
        var rest = random.Next(100);
        foreach (var (kind, inHundred) in Mix)
        {
            rest -= inHundred;
            if (rest < 0)
            {
                return kind;
            }
        }

        throw new InvalidOperationException($"The mix of the {Name} does not make a hundred.");
    }
}
