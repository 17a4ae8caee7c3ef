using RegionalNetwork.Domain.Benchmarking;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>
/// What may not be shown for its own sake (D1, D2, D3, D7). Counts may be fractional: 4.6 full-time equivalents are still fewer
/// than five people.
/// </summary>
public static class PrimaryRule
{
    /// <summary>D1 for one council's count.</summary>
    /// <param name="people">Of the group that is counted in: nobody among few tells of each of them.</param>
    public static bool HidesCount(Sensitivity sensitivity, double count, double people) =>
        sensitivity switch
        {
            Sensitivity.Public => false,
            Sensitivity.NeverLocal => true,
            _ when count == 0 => people < DisclosureRules.BaseMinPeople,
            _ => IsSmall(sensitivity, count),
        };

    /// <summary>D2 for a percentage: few who are counted, few who are not, or few in all.</summary>
    public static bool HidesShare(Sensitivity sensitivity, double numerator, double people) =>
        HidesMean(sensitivity, people)
        || (
            sensitivity != Sensitivity.Public
            && (IsSmall(sensitivity, numerator) || IsSmall(sensitivity, people - numerator))
        );

    /// <summary>D2 for a mean.</summary>
    public static bool HidesMean(Sensitivity sensitivity, double people) =>
        sensitivity switch
        {
            Sensitivity.Public => false,
            Sensitivity.NeverLocal => true,
            _ => people < DisclosureRules.BaseMinPeople,
        };

    /// <summary>D3: a group's answers to a survey. The response rate is shown all the same.</summary>
    public static bool HidesAnswers(int responses) => responses < DisclosureRules.BaseMinPeople;

    /// <summary>D1 and D12 for the sum over the councils of an area.</summary>
    public static bool HidesSum(Sensitivity sensitivity, LineLevel level, double sum) =>
        sensitivity switch
        {
            Sensitivity.Public => false,
            Sensitivity.NeverLocal => sum < DisclosureRules.NeverLocalMinPeople,
            Sensitivity.Sensitive when level != LineLevel.Network => sum > 0
                && sum < DisclosureRules.RegionalSuppressedPeople + 1,
            _ => IsSmall(sensitivity, sum),
        };

    /// <summary>D7: a sum of too few councils or people.</summary>
    public static bool HidesLine(int units, double people) =>
        units < DisclosureRules.LineMinUnits || people < DisclosureRules.LineMinPeople;

    /// <summary>Above zero and below the first count that may be shown.</summary>
    private static bool IsSmall(Sensitivity sensitivity, double count) =>
        count > 0
        && count
            < 1
                + (
                    sensitivity == Sensitivity.Standard
                        ? DisclosureRules.StandardSuppressedPeople
                        : DisclosureRules.SensitiveSuppressedPeople
                );
}
