using MathNet.Numerics.Distributions;

namespace RegionalNetwork.Domain.Methods;

/// <summary>The two levels that English public-sector comparisons use. Two-sided.</summary>
public enum ConfidenceLevel
{
    /// <summary>One figure in twenty lies outside by chance.</summary>
    Percent95,

    /// <summary>One in five hundred: three standard errors, the usual control limit.</summary>
    Percent99Point8,
}

public static class ConfidenceLevels
{
    private const double TailAt95 = 0.025;
    private const double TailAt99Point8 = 0.001;

    private static readonly double ZAt95 = Normal.InvCDF(0, 1, 1 - TailAt95);
    private static readonly double ZAt99Point8 = Normal.InvCDF(0, 1, 1 - TailAt99Point8);

    /// <summary>The probability left out at each end.</summary>
    public static double Tail(this ConfidenceLevel level) =>
        level == ConfidenceLevel.Percent95 ? TailAt95 : TailAt99Point8;

    /// <summary>Standard errors to either side: 1.96 and 3.09, at full precision.</summary>
    public static double Z(this ConfidenceLevel level) => level == ConfidenceLevel.Percent95 ? ZAt95 : ZAt99Point8;
}
