using System.Text;
using RegionalNetwork.GraphQL.Binding.Outputs;

namespace RegionalNetwork.GraphQL.Tests.Binding;

public sealed class DoubleFormatTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(12, "12")]
    [InlineData(17.3, "17.3")]
    [InlineData(-0.05, "-0.05")]
    [InlineData(0.001, "0.001")]
    [InlineData(-123456.789, "-123456.789")]
    [InlineData(999_999_999_999_999, "999999999999999")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(1e300, "1E+300")]
    public void Doubles_are_written_with_the_fewest_digits(double value, string text) =>
        Assert.Equal(text, Write(value));

    [Fact]
    public void Any_double_reads_back_as_itself_and_no_text_is_longer_than_the_runtime_s()
    {
        var seed = Environment.TickCount;
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var value = Math.Round(random.NextDouble() * Math.Pow(10, random.Next(18)), random.Next(6));
            var text = Write(value);
            Assert.True(
                double.Parse(text) == value && text.Length <= $"{value:R}".Length,
                $"seed {seed}: {value:R} {text}"
            );
        }
    }

    private static string Write(double value)
    {
        using var buffer = new JsonBuffer(1000);
        new DoubleFormat().Write(value, buffer);
        return Encoding.UTF8.GetString(buffer.Written);
    }
}
