namespace RegionalNetwork.Server.Requests;

// Arguments that several features take.

internal sealed record CodeArguments(string Code);

internal sealed record DateArguments(DateOnly? On);

internal sealed record YearArguments(string? Year);

/// <param name="Where">Items of filters; the total of each filter that is not named.</param>
internal sealed record IndicatorArguments(string Indicator, IReadOnlyList<DimensionItem> Where);

/// <param name="Period">Null for the latest.</param>
internal sealed record FigureArguments(string Indicator, string? Period, IReadOnlyList<DimensionItem> Where);

/// <param name="Dimension">The filter's column.</param>
internal sealed record DimensionItem(string Dimension, string Item);

/// <summary>The one argument of a mutation, <c>input</c>.</summary>
internal sealed record InputArguments<T>(T Input)
    where T : class;
