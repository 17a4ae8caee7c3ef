using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Workstreams;

/// <summary>Pages of workstreams, by title.</summary>
internal static class WorkstreamPages
{
    /// <summary>Below every character of a title: texts have no control characters.</summary>
    private const char BetweenTitleAndCode = '\u0001';

    /// <param name="workstreams">In the directory's order: by title, then code.</param>
    public static Page<Workstream> Of(IReadOnlyList<Workstream> workstreams, PageArguments arguments) =>
        Connections.Of(workstreams, SortKey, arguments.First, arguments.After);

    private static string SortKey(Workstream workstream) =>
        string.Concat(workstream.Details.Title, BetweenTitleAndCode.ToString(), workstream.Id);
}
