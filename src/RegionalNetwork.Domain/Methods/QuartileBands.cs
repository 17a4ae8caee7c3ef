using RegionalNetwork.Domain.Benchmarking;

namespace RegionalNetwork.Domain.Methods;

/// <summary>The Department for Education's quartile bands: A is the best quarter, D the worst.</summary>
public enum QuartileBand
{
    A,
    B,
    C,
    D,
}

/// <summary>
/// Bands by value, not by rank: the cut points are type 7 quantiles over all councils, and a value on one belongs below it.
/// Bands may differ much in size where many values are equal. Source: DfE's local authority interactive tool
/// (<c>R/fn_analysis.R</c>).
/// </summary>
/// <param name="Q1">A quarter of the way from the lowest value, in the indicator's unit.</param>
public readonly record struct QuartileBands(double Q1, double Q2, double Q3)
{
    private const double Quarter = 0.25;

    /// <summary>Null where the sample is empty.</summary>
    public static QuartileBands? Over(SortedSample sample) =>
        sample.Count == 0
            ? null
            : new QuartileBands(
                sample.Quantile(Quarter)!.Value,
                sample.Quantile(2 * Quarter)!.Value,
                sample.Quantile(3 * Quarter)!.Value
            );

    /// <summary>Null where low and high are not worse and better.</summary>
    public QuartileBand? BandOf(double value, Polarity polarity)
    {
        var fromLowest =
            value <= Q1 ? QuartileBand.A
            : value <= Q2 ? QuartileBand.B
            : value <= Q3 ? QuartileBand.C
            : QuartileBand.D;
        return polarity switch
        {
            Polarity.LowerIsBetter => fromLowest,
            Polarity.HigherIsBetter => (QuartileBand)(QuartileBand.D - fromLowest),
            _ => null,
        };
    }
}
