using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace RegionalNetwork.Domain.Methods;

/// <summary>
/// Interval for a number of events that nothing bounds from above, such as leavers in a year, and for its rate. Exact below ten
/// events, Byar's approximation from ten on. Events are people or cases: full-time equivalents are not events and have no
/// interval. Source: Breslow and Day 1987, as in UKHSA's PHEindicatormethods (<c>R/Rates.R</c>, <c>R/utils.R</c>).
/// </summary>
public static class PoissonInterval
{
    private const int ByarFromEvents = 10;

    /// <summary>Below it the series' second term is less than one part in a million.</summary>
    private const double SeriesBelow = 1e-6;

    // Most small councils have fewer than ten leavers: an exact quantile is an iteration, and there are only these.
    private static readonly Interval[] ExactAt95 = ExactForWholeNumbers(ConfidenceLevel.Percent95);
    private static readonly Interval[] ExactAt99Point8 = ExactForWholeNumbers(ConfidenceLevel.Percent99Point8);

    /// <summary>For the expected number of events.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="events"/> is below 0 or not finite.</exception>
    public static Interval OfCount(double events, ConfidenceLevel level)
    {
        if (!(events >= 0 && double.IsFinite(events)))
        {
            throw new ArgumentOutOfRangeException(nameof(events), events, "A number of events is zero or more.");
        }
        if (events >= ByarFromEvents)
        {
            return Byar(events, level);
        }
        var whole = (int)events;
        if (whole == events)
        {
            return (level == ConfidenceLevel.Percent95 ? ExactAt95 : ExactAt99Point8)[whole];
        }
        return Exact(events, level);
    }

    /// <summary>For events ÷ population × multiplier.</summary>
    /// <param name="multiplier">100 for a rate per hundred; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="events"/> is below 0, or one of the others is not above 0.</exception>
    public static Interval OfRate(double events, double population, double multiplier, ConfidenceLevel level)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(population);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(multiplier);
        return OfCount(events, level).Times(multiplier / population);
    }

    /// <summary>Needs more than 0 events. For one event the lower bound at 99.8 % comes out below zero: hence the exact method
    /// for few.</summary>
    internal static Interval Byar(double events, ConfidenceLevel level)
    {
        var z = level.Z();
        var next = events + 1;
        return new Interval(
            events * Cube(1 - (1 / (9 * events)) - (z / (3 * Math.Sqrt(events)))),
            next * Cube(1 - (1 / (9 * next)) + (z / (3 * Math.Sqrt(next))))
        );
    }

    private static Interval Exact(double events, ConfidenceLevel level)
    {
        var tail = level.Tail();
        return new Interval(
            events == 0 ? 0 : ExactLower(events, tail),
            ChiSquared.InvCDF((2 * events) + 2, 1 - tail) / 2
        );
    }

    /// <summary>Half the quantile of chi-squared with twice as many degrees of freedom. Of a small part of an event that is next to
    /// nothing, which the library's iteration does not find; the first term of the distribution's series gives it.</summary>
    private static double ExactLower(double events, double tail)
    {
        var firstTerm = Math.Pow(tail * SpecialFunctions.Gamma(events + 1), 1 / events);
        return firstTerm < SeriesBelow ? firstTerm : ChiSquared.InvCDF(2 * events, tail) / 2;
    }

    private static Interval[] ExactForWholeNumbers(ConfidenceLevel level) =>
        [.. Enumerable.Range(0, ByarFromEvents).Select(events => Exact(events, level))];

    private static double Cube(double value) => value * value * value;
}
