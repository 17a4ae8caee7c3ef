namespace RegionalNetwork.Domain.Methods;

/// <summary>A rate of events over part of a year as if the year went on like it.</summary>
public static class AnnualisedRate
{
    private const double MonthsOfYear = 12;

    /// <summary>To be labelled as annualised, with its months: chance weighs more in it than in a whole year's rate.</summary>
    /// <param name="rate">Events in these months, in any unit.</param>
    /// <param name="months">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no months.</exception>
    public static double Of(double rate, int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(months);
        return rate * MonthsOfYear / months;
    }
}
