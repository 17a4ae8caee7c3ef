using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Benchmarking;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Comparisons;

/// <summary>Sets a council's figures beside its comparators.</summary>
internal static class ComparisonQuery
{
    public static IndicatorComparison[] Of(NetworkRequest request, Council council, ComparisonArguments arguments)
    {
        RefuseTooMany(arguments.Indicators.Count);
        var sources = SourcesOf(request, arguments.Network, arguments.NeighbourModel, arguments.Group);
        var comparisons = new IndicatorComparison[arguments.Indicators.Count];
        for (var index = 0; index < comparisons.Length; index++)
        {
            comparisons[index] = Of(
                request,
                council,
                arguments.Indicators[index],
                arguments.Period,
                arguments.Comparators,
                sources
            );
        }

        return comparisons;
    }

    public static StandingView Standing(NetworkRequest request, Council council, StandingArguments arguments)
    {
        var codes = arguments.Indicators ?? Catalogued(request);
        if (arguments.Indicators is not null)
        {
            RefuseTooMany(codes.Count);
        }

        var sources = SourcesOf(request, arguments.Network, arguments.NeighbourModel, arguments.Group);
        ComparatorKind[] comparator = [arguments.Comparator];
        return new StandingView(
            arguments.Comparator,
            [.. codes.Select(code => Of(request, council, code, arguments.Period, comparator, sources))],
            request
        );
    }

    public static IndicatorComparison Of(
        NetworkRequest request,
        Council council,
        string code,
        string? period,
        IReadOnlyList<ComparatorKind> comparators,
        ComparatorSources sources
    )
    {
        var indicator = IndicatorSources.Find(request, code, vintage: null);
        var (column, reason) = ColumnLookup.Find(indicator, code, period);
        if (column is null)
        {
            return new IndicatorComparison(council, code, indicator, null, reason, [], sources);
        }

        var answers = new ComparatorAnswer[comparators.Count];
        for (var index = 0; index < answers.Length; index++)
        {
            answers[index] = Comparators.Of(column, council, comparators[index], sources);
        }

        if (column.Units.IndexOf(council) < 0)
        {
            reason = $"{council.Name} is in no figures of {column.Units.Period.Code}.";
        }

        return new IndicatorComparison(council, code, indicator, column, reason, answers, sources);
    }

    /// <exception cref="GraphQLFieldException">There is no such network, or the group may not be compared with.</exception>
    public static ComparatorSources SourcesOf(
        NetworkRequest request,
        string? networkCode,
        string? neighbourModel,
        IReadOnlyList<string>? group
    )
    {
        if (group is not null && CouncilGroup.Fault(group) is { } fault)
        {
            throw new GraphQLFieldException(fault.Message, fault.Code);
        }

        Network? network = null;
        if (networkCode is not null)
        {
            network =
                request.Snapshot.Networks.Find(networkCode)
                ?? throw new GraphQLFieldException(
                    $"There is no network '{networkCode}'. Check its code.",
                    "NETWORK_NOT_FOUND"
                );
        }

        return new ComparatorSources(
            request.Snapshot.Networks,
            network,
            request.Snapshot.Neighbours,
            neighbourModel,
            group ?? []
        );
    }

    /// <summary>Codes of the catalogue's indicators that have figures. Columns that no entry names are left out: nobody said which
    /// way is better.</summary>
    public static IReadOnlyList<string> Catalogued(NetworkRequest request) =>
        [
            .. IndicatorSources
                .All(request)
                .Select(source => source.Definition)
                .Where(definition => definition.Entry is not null && definition.HasDenominator)
                .Select(definition => definition.Code),
        ];

    public static void RefuseTooMany(int indicators)
    {
        if (indicators > Domain.Limits.IndicatorsPerComparison)
        {
            throw new GraphQLFieldException(
                $"Ask for {Domain.Limits.IndicatorsPerComparison} indicators at most; ask again for the others.",
                "TOO_MANY_INDICATORS"
            );
        }
    }
}
