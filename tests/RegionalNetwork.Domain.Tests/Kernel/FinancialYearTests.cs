using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Tests.Kernel;

public sealed class FinancialYearTests
{
    [Theory]
    [InlineData("2022-23", 2022)]
    [InlineData("2009-10", 2009)]
    [InlineData("2098-99", 2098)]
    public void Two_consecutive_years_are_a_year(string text, int start)
    {
        Assert.True(FinancialYear.TryParse(text, out var year));
        Assert.Equal(start, year.StartYear);
        Assert.Equal(text, year.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2022")]
    [InlineData("2022-24")]
    [InlineData("2022/23")]
    [InlineData("2022-2023")]
    [InlineData(" 022-23")]
    [InlineData("+022-23")]
    [InlineData("2008-09")]
    [InlineData("2099-00")]
    public void Anything_else_is_not(string text) => Assert.False(FinancialYear.TryParse(text, out _));

    [Theory]
    [InlineData("2022-03-31", "2021-22")]
    [InlineData("2022-04-01", "2022-23")]
    public void A_year_begins_in_April(string date, string year) =>
        Assert.Equal(year, FinancialYear.Of(DateOnly.Parse(date)).ToString());
}
