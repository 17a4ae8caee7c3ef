using System.Globalization;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Tests.Publications;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData("33119.1", 33119.1)]
    [InlineData("0", 0)]
    [InlineData("-14", -14)]
    [InlineData("+5", 5)]
    [InlineData(" 12.5 ", 12.5)]
    [InlineData(".5", 0.5)]
    [InlineData("100.0", 100)]
    public void Plain_decimal_is_a_number(string text, double value)
    {
        var reading = FigureText.Parse(text);

        Assert.Equal((FigureFault.None, FigureStatus.Value, value), (reading.Fault, reading.Status, reading.Value));
    }

    [Theory]
    [InlineData("c", FigureStatus.Confidential)]
    [InlineData("z", FigureStatus.NotApplicable)]
    [InlineData("x", FigureStatus.NotAvailable)]
    [InlineData(":", FigureStatus.NotAvailable)]
    [InlineData("u", FigureStatus.LowReliability)]
    [InlineData("low", FigureStatus.Low)]
    [InlineData("k", FigureStatus.Low)]
    [InlineData("~", FigureStatus.Low)]
    [InlineData(" X ", FigureStatus.NotAvailable)]
    public void Symbol_is_a_status_and_never_a_number(string text, FigureStatus status)
    {
        var reading = FigureText.Parse(text);

        Assert.Equal((FigureFault.None, status, 0), (reading.Fault, reading.Status, reading.Value));
    }

    [Theory]
    [InlineData("", FigureFault.Blank)]
    [InlineData("  ", FigureFault.Blank)]
    [InlineData("79%", FigureFault.PercentSign)]
    [InlineData("1,200", FigureFault.ThousandsSeparator)]
    [InlineData("1.2E3", FigureFault.Exponent)]
    [InlineData("1e999", FigureFault.Exponent)]
    [InlineData("NaN", FigureFault.NotFinite)]
    [InlineData("Infinity", FigureFault.NotFinite)]
    [InlineData("-∞", FigureFault.NotFinite)]
    [InlineData("1000000000000000", FigureFault.OutOfRange)]
    [InlineData("99999999999999999999999999999999", FigureFault.OutOfRange)]
    [InlineData("=1+1", FigureFault.NotAFigure)]
    [InlineData("n/a", FigureFault.NotAFigure)]
    [InlineData("12 5", FigureFault.NotAFigure)]
    [InlineData("-", FigureFault.NotAFigure)]
    [InlineData("١٢", FigureFault.NotAFigure)]
    [InlineData("(5)", FigureFault.NotAFigure)]
    [InlineData("£5", FigureFault.NotAFigure)]
    public void Anything_else_is_a_fault_that_says_what_to_write(string text, FigureFault fault)
    {
        Assert.Equal(fault, FigureText.Parse(text).Fault);
        Assert.EndsWith(".", FigureText.Explain(fault), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_has_a_limit()
    {
        Assert.False(FigureText.Parse(Decimal(Limits.FigureTextCharacters)).IsFault);
        Assert.Equal(FigureFault.TooLong, FigureText.Parse(Decimal(Limits.FigureTextCharacters + 1)).Fault);

        static string Decimal(int length) => "0." + new string('1', length - 2);
    }

    [Fact]
    public void Magnitude_has_a_limit_on_either_side_of_zero()
    {
        Assert.Equal(999999999999999, FigureText.Parse("999999999999999").Value);
        Assert.Equal(FigureFault.OutOfRange, FigureText.Parse("-1000000000000000").Fault);
    }

    [Fact]
    public void Minus_zero_is_zero() =>
        Assert.Equal("0", FigureText.Parse("-0").Value.ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void Confidential_figure_adds_nothing_to_a_sum_and_low_adds_the_zero_that_it_rounds_to()
    {
        Assert.Null(new Figure("c", FigureStatus.Confidential, 0).Summand);
        Assert.Null(new Figure("z", FigureStatus.NotApplicable, 0).Summand);
        Assert.Equal(0m, new Figure("low", FigureStatus.Low, 0).Summand);
        Assert.Null(new Figure("low", FigureStatus.Low, 0).Number);
        Assert.Equal(2162.7m, new Figure("2162.7", FigureStatus.Value, 2162.7).Summand);
    }
}
