using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Tests.Methods;

public sealed class StandardisedDistanceTests
{
    /// <summary>Councils A to D by two variables.</summary>
    private static readonly double[] Councils = [20, 10, 22, 14, 30, 30, 18, 12];

    [Fact]
    public void Distances_from_A_are_those_worked_out()
    {
        var distances = FromFirst(Councils, variables: 2);

        Assert.Equal(0, distances[0]);
        Oracle.Equal(0.579494066418258, distances[1]);
        Oracle.Equal(2.89747033209129, distances[2]);
        Oracle.Equal(0.438619514150079, distances[3]);
    }

    [Fact]
    public void Rebased_the_farthest_is_1_and_the_order_stays()
    {
        var distances = FromFirst(Councils, variables: 2);
        StandardisedDistance.RebaseToFarthest(distances);

        Assert.Equal((0, 1), (distances[0], distances[2]));
        Oracle.Equal(0.579494066418258 / 2.89747033209129, distances[1]);
    }

    [Fact]
    public void Unit_of_a_variable_does_not_matter()
    {
        double[] inPence = [20, 1000, 22, 1400, 30, 3000, 18, 1200];

        Assert.All(
            FromFirst(Councils, variables: 2).Zip(FromFirst(inPence, variables: 2)),
            pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-12)
        );
    }

    [Fact]
    public void Variable_that_does_not_vary_tells_nobody_apart()
    {
        double[] withConstant = [20, 10, 7, 22, 14, 7, 30, 30, 7, 18, 12, 7];

        Assert.Equal(FromFirst(Councils, variables: 2), FromFirst(withConstant, variables: 3));
    }

    [Fact]
    public void Councils_all_alike_stay_at_distance_0_when_rebased()
    {
        var distances = FromFirst([5, 5, 5, 5], variables: 1);
        StandardisedDistance.RebaseToFarthest(distances);

        Assert.Equal([0, 0, 0, 0], distances);
    }

    [Fact]
    public void Lengths_that_do_not_agree_and_positions_outside_are_refused()
    {
        Assert.Throws<ArgumentException>(() => StandardisedDistance.From(0, [1, 2, 3], 2, new double[2]));
        Assert.Throws<ArgumentException>(() => StandardisedDistance.From(0, [1], 1, new double[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => StandardisedDistance.From(2, [1, 2], 1, new double[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => StandardisedDistance.From(-1, [1, 2], 1, new double[2]));
    }

    private static double[] FromFirst(double[] values, int variables)
    {
        var distances = new double[values.Length / variables];
        StandardisedDistance.From(0, values, variables, distances);
        return distances;
    }
}
