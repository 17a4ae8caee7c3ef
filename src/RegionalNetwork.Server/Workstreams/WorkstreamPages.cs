using System.Globalization;
using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Workstreams;

/// <summary>Pages of workstreams, and of what is in one.</summary>
internal static class WorkstreamPages
{
    /// <summary>The directory's order.</summary>
    private static readonly ListOrder<Workstream> ByTitle = new(
        "workstreams",
        SortPart<Workstream>.Ascending(workstream => workstream.Details.Title),
        SortPart<Workstream>.Ascending(workstream => workstream.Id)
    );

    private static readonly ListOrder<PracticeEvent> ByDate = new(
        "events",
        SortPart<PracticeEvent>.Ascending(planned =>
            planned.Details.Date.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        ),
        SortPart<PracticeEvent>.Ascending(planned => planned.Id)
    );

    /// <param name="workstreams">In the directory's order: by title, then code.</param>
    public static Page<Workstream> Of(IReadOnlyList<Workstream> workstreams, PageArguments arguments) =>
        Connections.Of(workstreams, ByTitle, arguments);

    /// <summary>The events of one workstream.</summary>
    public static Page<PracticeEvent> OfEvents(Workstream workstream, PageArguments arguments) =>
        Connections.Of(workstream.PracticeEvents, ByDate, arguments);
}
