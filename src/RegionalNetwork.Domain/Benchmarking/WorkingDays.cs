namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>Working days that a census year counts, for rates of days lost.</summary>
/// <param name="LeapYear">In a census year that ends in a leap year, and so has a 29 February.</param>
public sealed record WorkingDays(int Usual, int LeapYear)
{
    public int In(int year) => DateTime.IsLeapYear(year) ? LeapYear : Usual;
}
