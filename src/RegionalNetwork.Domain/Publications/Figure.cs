namespace RegionalNetwork.Domain.Publications;

/// <summary>One cell of a publication: a number, or the reason why there is none, and the text as published.</summary>
/// <param name="Value">Meaningful only where <paramref name="Status"/> is <see cref="FigureStatus.Value"/>; zero otherwise.
/// Read <see cref="Number"/> to be safe.</param>
public readonly record struct Figure(string Text, FigureStatus Status, double Value)
{
    public bool IsNumber => Status == FigureStatus.Value;

    public double? Number => IsNumber ? Value : null;

    /// <summary>What the figure adds to a sum, or null where it adds nothing and its council must be left out. <c>low</c> rounds
    /// to zero at the precision published, and the department's own totals count it so.</summary>
    public decimal? Summand =>
        Status switch
        {
            // Fifteen significant digits: the decimal is the number as published, not its nearest binary fraction.
            FigureStatus.Value => (decimal)Value,
            FigureStatus.Low => 0m,
            _ => null,
        };
}
