using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Tests.Methods;

public sealed class CochranArmitageTests
{
    [Fact]
    public void Audits_of_five_years_have_the_z_worked_out()
    {
        var test = CochranArmitage.Of([new(57, 100), new(60, 100), new(72, 100), new(76, 100), new(81, 100)])!.Value;

        Oracle.Equal(4.38380844052406, test.Z);
        Oracle.Equal(19.2177764432100, test.ChiSquared);
    }

    [Fact]
    public void Proportions_that_fall_have_the_mirrored_z() =>
        Assert.Equal(
            CochranArmitage.Of([new(10, 50), new(30, 60)])!.Value.Z,
            -CochranArmitage.Of([new(30, 60), new(10, 50)])!.Value.Z,
            tolerance: 1e-12
        );

    [Fact]
    public void Nothing_to_order_or_nothing_that_varies_has_no_test()
    {
        Assert.Null(CochranArmitage.Of([new(57, 100)]));
        Assert.Null(CochranArmitage.Of([new(0, 100), new(0, 50)]));
        Assert.Null(CochranArmitage.Of([new(100, 100), new(50, 50)]));
    }
}
