using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Tests.Methods;

/// <summary>Worked examples are printed to fifteen figures and hold to one part in a billion.</summary>
internal static class Oracle
{
    public const ConfidenceLevel Usual = ConfidenceLevel.Percent95;
    public const ConfidenceLevel Strict = ConfidenceLevel.Percent99Point8;

    private const double Relative = 1e-9;

    public static void Equal(double expected, double? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected, actual.Value, Math.Abs(expected) * Relative);
    }

    public static void Equal(double lower, double upper, Interval actual)
    {
        Equal(lower, actual.Lower);
        Equal(upper, actual.Upper);
    }

    /// <summary>Leavers per hundred in post, with the method that suits them.</summary>
    public static TrendPoint Leavers(double leavers, double inPost) =>
        new(100 * leavers / inPost, PoissonInterval.OfRate(leavers, inPost, 100, Usual));
}
