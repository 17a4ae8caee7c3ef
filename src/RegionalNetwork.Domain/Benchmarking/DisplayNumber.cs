namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>Rounding for the reader's eye. Nothing computes with its results.</summary>
public static class DisplayNumber
{
    /// <summary>Half away from zero, as published statistics are. In decimal, because 2.675 as a binary fraction lies below the
    /// half that a reader sees. Null decimal places leave the value as it is.</summary>
    public static decimal Round(double value, int? decimalPlaces) =>
        decimalPlaces is { } places
            ? Math.Round((decimal)value, places, MidpointRounding.AwayFromZero)
            : (decimal)value;
}
