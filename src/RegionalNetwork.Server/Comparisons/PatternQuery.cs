using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Benchmarking;
using RegionalNetwork.Server.Councils;
using RegionalNetwork.Server.Priorities;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Comparisons;

/// <param name="Theme">Null for all themes.</param>
internal sealed record PatternArguments(
    string? Council,
    string? Network,
    string? Theme,
    IReadOnlyList<string> Indicators
);

/// <summary>Figures over time beside what people did meanwhile. That one explains the other is not said.</summary>
internal sealed record PatternView(
    Council? Council,
    Network? Network,
    IReadOnlyList<PatternSeries> Series,
    IReadOnlyList<PatternMark> Marks
);

/// <summary>One indicator: a council's series, or a network's rollups.</summary>
internal sealed record PatternSeries(string Indicator, SeriesView? Series, IReadOnlyList<RollupView> Rollups);

internal enum PatternMarkKind
{
    Action,
    PracticeEvent,
    Priority,
}

/// <param name="Date">The day; the first of the month or of the financial year where no day is known.</param>
internal sealed record PatternMark(
    DateOnly Date,
    PatternMarkKind Kind,
    string Title,
    Workstream? Workstream,
    PriorityView? Priority
);

internal static class PatternQuery
{
    /// <summary>Null where there is no such council or network.</summary>
    public static PatternView? Of(NetworkRequest request, PatternArguments arguments)
    {
        ComparisonQuery.RefuseTooMany(arguments.Indicators.Count);
        if (arguments.Council is null == arguments.Network is null)
        {
            throw new GraphQLFieldException("Give either a council or a network.", "COUNCIL_OR_NETWORK");
        }

        var council = arguments.Council is null ? null : CouncilResolvers.Find(arguments.Council);
        var network = arguments.Network is null ? null : request.Snapshot.Networks.Find(arguments.Network);
        if (council is null && network is null)
        {
            return null;
        }

        return new PatternView(
            council,
            network,
            [.. arguments.Indicators.Select(indicator => SeriesOf(request, indicator, council, network))],
            [.. MarksOf(request, council, network, arguments.Theme).OrderBy(mark => mark.Date)]
        );
    }

    private static PatternSeries SeriesOf(
        NetworkRequest request,
        string indicator,
        Council? council,
        Network? network
    ) =>
        new(
            indicator,
            council is null ? null : SeriesQuery.Of(request, council, new IndicatorArguments(indicator, [])),
            network is null ? [] : RollupQuery.OfNetwork(request, indicator, [], network)
        );

    /// <summary>Of what the caller sees, and of nothing else.</summary>
    private static IEnumerable<PatternMark> MarksOf(
        NetworkRequest request,
        Council? council,
        Network? network,
        string? theme
    )
    {
        var workstreams = request.Snapshot.Workstreams;
        var all = council is not null ? workstreams.OfCouncil(council.Code) : workstreams.OfNetwork(network!.Id);
        var kind = council is not null ? OwnerKind.Council : OwnerKind.Network;
        return request
            .Visible(all)
            .Where(workstream => theme is null || workstream.Details.Themes.Includes(theme))
            .SelectMany(MarksOf)
            .Concat(
                PriorityView
                    .Of(request, kind, council?.Code ?? network!.Id, year: null)
                    .Where(view => theme is null || view.Priority.Details.Themes.Includes(theme))
                    .Where(view => view.Priority.Status != PriorityStatus.Withdrawn)
                    .Select(MarkOf)
            );
    }

    private static IEnumerable<PatternMark> MarksOf(Workstream workstream) =>
        workstream
            .Actions.Where(action => action.Details.DueOn is not null && action.Status != ActionStatus.Dropped)
            .Select(action => new PatternMark(
                action.Details.DueOn!.Value,
                PatternMarkKind.Action,
                action.Details.Title,
                workstream,
                null
            ))
            .Concat(
                workstream.PracticeEvents.Select(held => new PatternMark(
                    held.Details.Date.Date,
                    PatternMarkKind.PracticeEvent,
                    held.Details.Title,
                    workstream,
                    null
                ))
            );

    private static PatternMark MarkOf(PriorityView view)
    {
        _ = FinancialYear.TryParse(view.Priority.Year, out var year);
        return new PatternMark(
            new DateOnly(year.StartYear, 4, 1),
            PatternMarkKind.Priority,
            view.Priority.Details.Title,
            Workstream: null,
            view
        );
    }
}
