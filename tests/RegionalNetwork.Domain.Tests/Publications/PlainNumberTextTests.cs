using System.Globalization;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Tests.Publications;

/// <summary>The fast way of reading a figure gives the double that the framework gives, to the last bit, or leaves it to it.</summary>
public sealed class PlainNumberTextTests(ITestOutputHelper output)
{
    private const int Cases = 200_000;

    [Fact]
    public void Every_number_is_what_the_framework_reads()
    {
        var random = new Random(11);
        for (var number = 0; number < Cases; number++)
        {
            var text = Digits(random, random.Next(1, 10));
            text = random.Next(3) == 0 ? text : $"{text}.{Digits(random, random.Next(1, 15 - text.Length))}";

            Assert.True(PlainNumberText.TryRead(text, out var read), text);
            Assert.Equal(
                BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)),
                BitConverter.DoubleToInt64Bits(read)
            );
        }

        output.WriteLine($"{Cases} numbers");
    }

    [Theory]
    [InlineData("")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.2.3")]
    [InlineData("1..2")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1e3")]
    [InlineData("1,2")]
    [InlineData("c")]
    [InlineData("٣")]
    [InlineData("1234567890123456")]
    public void Anything_else_is_left_to_the_framework(string text) =>
        Assert.False(PlainNumberText.TryRead(text, out _));

    private static string Digits(Random random, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(10)));
}
