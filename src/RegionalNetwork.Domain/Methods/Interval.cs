namespace RegionalNetwork.Domain.Methods;

/// <summary>A range with both ends in it, in the unit of the figure that it belongs to.</summary>
public readonly record struct Interval(double Lower, double Upper)
{
    public double Width => Upper - Lower;

    public bool Contains(double value) => Lower <= value && value <= Upper;

    /// <summary>-1 where all of the interval lies below the value, 1 where all of it lies above, 0 where it contains the value.</summary>
    public int SideOf(double value) =>
        Upper < value ? -1
        : Lower > value ? 1
        : 0;

    public Interval Times(double factor) => new(Lower * factor, Upper * factor);
}
