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

    /// <summary>As many digits as the greatest number: a text is in the order of its number.</summary>
    private const string NumberFormat = "D4";

    private static readonly ListOrder<PracticeEvent> ByDate = new(
        "events",
        SortPart<PracticeEvent>.Ascending(planned =>
            planned.Details.Date.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        ),
        SortPart<PracticeEvent>.Ascending(planned => planned.Id)
    );

    /// <param name="workstreams">In the directory's order: by title, then code.</param>
    /// <returns>A page of those that the caller sees.</returns>
    public static Page<Workstream> Of(
        NetworkRequest request,
        IReadOnlyList<Workstream> workstreams,
        PageArguments arguments
    ) => Connections.Of(request.Visible(workstreams), ByTitle, arguments);

    /// <summary>The actions of one workstream. None is ever taken away, so its number in the list is its key.</summary>
    public static Page<WorkstreamAction> OfActions(Workstream workstream, PageArguments arguments)
    {
        var actions = workstream.Actions;
        var byNumber = SortPart<WorkstreamAction>.Ascending(action => NumberOf(actions, action));
        return Connections.Of(actions, new ListOrder<WorkstreamAction>("actions", byNumber), arguments);
    }

    /// <summary>The events of one workstream.</summary>
    public static Page<PracticeEvent> OfEvents(Workstream workstream, PageArguments arguments) =>
        Connections.Of(workstream.PracticeEvents, ByDate, arguments);

    private static string NumberOf(IReadOnlyList<WorkstreamAction> actions, WorkstreamAction action)
    {
        var number = 0;
        while (!ReferenceEquals(actions[number], action))
        {
            number++;
        }

        return number.ToString(NumberFormat, CultureInfo.InvariantCulture);
    }
}
