using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Benchmarking;

namespace RegionalNetwork.Server.Comparisons;

/// <summary>Finds the column of an indicator and period, or says in a sentence why there is none.</summary>
internal static class ColumnLookup
{
    /// <param name="indicator">Null for one that nobody knows.</param>
    /// <param name="period">Null for the latest.</param>
    public static (BenchmarkColumn? Column, string? Reason) Find(
        IndicatorSource? indicator,
        string code,
        string? period
    )
    {
        if (indicator is null)
        {
            return (null, $"There are no figures of an indicator {code}. Check its code.");
        }

        var index = indicator.FindPeriod(period);
        if (index < 0)
        {
            var order = indicator.PeriodsInOrder;
            return (
                null,
                order.Count == 0
                    ? $"{code} has no figures yet."
                    : $"{code} has no figures for {period}; it has {indicator.AllPeriods[order[0]].Code} to {indicator.AllPeriods[order[^1]].Code}."
            );
        }

        try
        {
            var slice = SliceSelection.Find(indicator, []);
            return slice < 0
                ? (null, $"{code} has no total over its filters.")
                : (indicator.Column(index, slice), null);
        }
        catch (GraphQLFieldException fault)
        {
            return (null, fault.Message);
        }
    }
}
