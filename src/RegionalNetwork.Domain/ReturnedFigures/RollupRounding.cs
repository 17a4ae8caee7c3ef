using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Disclosure;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>D12, last: sensitive counts to the nearest five, percentages of few to whole numbers, both from what is raw.</summary>
internal static class RollupRounding
{
    public static Rollup Of(IndicatorDefinition definition, Rollup raw, Tier tier)
    {
        if (definition.Sensitivity < Sensitivity.Sensitive)
        {
            return raw;
        }

        return raw with
        {
            Numerator = Rounded(raw.Numerator),
            Denominator = raw.Denominator is { } denominator ? Rounded(denominator) : null,
            ReferenceNumerator = raw.ReferenceNumerator is { } count ? Rounded(count) : null,
            ReferenceDenominator = raw.ReferenceDenominator is { } total ? Rounded(total) : null,
            Value =
                definition.Unit == "%" && raw is { Denominator: { } people and > 0, Value: not null }
                    ? (double)Rounding.Percentage((double)raw.Numerator, (double)people, definition.DecimalPlaces ?? 1)
                : definition.HasDenominator ? raw.Value
                : (double)Rounded(raw.Numerator),
        };

        decimal Rounded(decimal count) => (decimal)Rounding.Count(definition.Sensitivity, tier, (double)count);
    }
}
