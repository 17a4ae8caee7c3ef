using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>
/// What a journal and those who follow it show to whoever listens: times, counts and the category of a stream. No key, no actor and
/// no payload. While nobody listens, it costs a look at a field.
/// </summary>
internal static class JournalTelemetry
{
    /// <summary>Spans of appends and of projections.</summary>
    public static readonly ActivitySource Source = new(Name);

    private const string Name = "RegionalNetwork.EventSourcing";
    private const string OutcomeTag = "regionalnetwork.outcome";

    private static readonly Meter Meter = new(Name);

    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries =
        [
            0.0005,
            0.001,
            0.0025,
            0.005,
            0.01,
            0.025,
            0.05,
            0.1,
            0.25,
            0.5,
            1,
            2.5,
            5,
            10,
            30,
        ],
    };

    private static readonly Histogram<double> AppendDuration = Meter.CreateHistogram(
        "regionalnetwork.journal.append.duration",
        "s",
        "How long appends took, from being asked for until they were durable or refused.",
        tags: null,
        Seconds
    );

    private static readonly Histogram<double> CommitDuration = Meter.CreateHistogram(
        "regionalnetwork.journal.commit.duration",
        "s",
        "How long groups of appends took to become durable, from the beginning of their transaction.",
        tags: null,
        Seconds
    );

    private static readonly Histogram<int> CommitSize = Meter.CreateHistogram(
        "regionalnetwork.journal.commit.size",
        "{append}",
        "How many appends shared a commit.",
        tags: null,
        new InstrumentAdvice<int>
        {
            HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, Limits.GroupCommitRequests],
        }
    );

    /// <summary>Gives an append to the writer, and measures it where somebody listens.</summary>
    public static Task<AppendResult> AppendAsync(
        GroupCommit<AppendRequest, AppendResult> writer,
        AppendRequest request,
        CancellationToken cancellation
    ) =>
        AppendDuration.Enabled || Source.HasListeners()
            ? MeasureAsync(writer, request, cancellation)
            : writer.AddAsync(request, cancellation);

    /// <summary>A group of appends is durable.</summary>
    /// <param name="began">Timestamp of <see cref="Stopwatch"/>.</param>
    public static void Committed(int appends, long began)
    {
        CommitDuration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        CommitSize.Record(appends);
    }

    /// <summary>The span in which a projection takes in entries; null where nobody listens.</summary>
    public static Activity? Project(IReadOnlyList<JournalEntry> entries) =>
        Source.StartActivity("project")?.SetTag("regionalnetwork.entries", entries.Count);

    private static async Task<AppendResult> MeasureAsync(
        GroupCommit<AppendRequest, AppendResult> writer,
        AppendRequest request,
        CancellationToken cancellation
    )
    {
        using var span = Source.StartActivity("append");
        span?.SetTag("regionalnetwork.stream.category", request.Stream.Category)
            .SetTag("regionalnetwork.entries", request.Events.Count);
        var began = Stopwatch.GetTimestamp();
        var outcome = "failed";
        try
        {
            var result = await writer.AddAsync(request, cancellation);
            outcome = result switch
            {
                AppendResult.Appended => "appended",
                AppendResult.AlreadyHandled => "repeated",
                _ => "conflict",
            };
            return result;
        }
        catch (OperationCanceledException)
        {
            outcome = "abandoned";
            throw;
        }
        finally
        {
            AppendDuration.Record(
                Stopwatch.GetElapsedTime(began).TotalSeconds,
                new KeyValuePair<string, object?>(OutcomeTag, outcome)
            );
            span?.SetTag(OutcomeTag, outcome)
                .SetStatus(outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        }
    }
}
