using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Tests.Methods;

public sealed class ConfidenceLevelTests
{
    [Theory]
    [InlineData(ConfidenceLevel.Percent95, 1.95996398454005423552)]
    [InlineData(ConfidenceLevel.Percent99Point8, 3.09023230616781354152)]
    public void Z_has_every_digit_that_a_double_holds(ConfidenceLevel level, double z) =>
        Assert.Equal(z, level.Z(), tolerance: 1e-15);

    [Fact]
    public void Square_of_z_is_the_cut_off_of_the_trend_marker() =>
        Oracle.Equal(9.54953570608324, Math.Pow(ConfidenceLevel.Percent99Point8.Z(), 2));

    [Theory]
    [InlineData(1.0, -1)]
    [InlineData(2.0, 0)]
    [InlineData(2.5, 0)]
    [InlineData(3.0, 0)]
    [InlineData(4.0, 1)]
    public void Both_ends_belong_to_an_interval(double value, int sideOfInterval) =>
        Assert.Equal(-sideOfInterval, new Interval(2, 3).SideOf(value));
}
