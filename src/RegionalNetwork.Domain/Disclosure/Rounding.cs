using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>D12: what is let out is rounded once, last, from the raw value; totals are never added up from rounded parts. Half
/// away from zero, as published statistics are.</summary>
public static class Rounding
{
    /// <summary>A sensitive count in tiers T4 to T6 to the nearest 5; any other count as it is.</summary>
    public static double Count(Sensitivity sensitivity, Tier tier, double count)
    {
        if (sensitivity is Sensitivity.Public or Sensitivity.Standard || tier < Tier.RegionalAggregate)
        {
            return count;
        }
        var fives = DisplayNumber.Round(count / DisclosureRules.SensitiveRoundingPeople, 0);
        return (double)fives * DisclosureRules.SensitiveRoundingPeople;
    }

    /// <summary>A percentage of raw counts: a whole number where the base is below 100 people.</summary>
    /// <param name="decimalPlaces">Of the indicator, for a larger base.</param>
    public static decimal Percentage(double numerator, double people, int decimalPlaces) =>
        DisplayNumber.Round(
            numerator / people * 100,
            people < DisclosureRules.WholePercentBasePeople ? 0 : decimalPlaces
        );
}
