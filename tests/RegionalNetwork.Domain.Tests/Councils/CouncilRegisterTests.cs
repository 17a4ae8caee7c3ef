using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Councils.Register;

namespace RegionalNetwork.Domain.Tests.Councils;

public sealed class CouncilRegisterTests
{
    private static readonly CouncilRegister Register = CouncilRegister.England;

    [Fact]
    public void Holds_153_live_councils_and_those_that_ended()
    {
        Assert.Equal(153, Register.Live.Count);
        Assert.Equal(172, Register.All.Count);
        Assert.Equal(Register.All.OrderBy(council => council.Code, StringComparer.Ordinal), Register.All);
    }

    [Fact]
    public void Nine_regions_partition_the_live_councils()
    {
        Assert.Equal(9, Register.Regions.Count);
        Assert.Equal(
            Register.Live,
            Register.Regions.SelectMany(region => Register.LiveIn(region.Code)).OrderBy(council => council.Code)
        );
        Assert.Same(Register.Live, Register.LiveIn(England.Code));
        Assert.Empty(Register.LiveIn("E12000099"));
    }

    [Fact]
    public void London_is_one_region_in_two_parts()
    {
        var parts = Register.LiveIn("E13000001").Concat(Register.LiveIn("E13000002")).OrderBy(council => council.Code);

        Assert.Equal(33, Register.LiveIn("E12000007").Count);
        Assert.Equal(Register.LiveIn("E12000007"), parts);
        Assert.Equal("E12000007", Register.FindRegion("E13000001")!.Parent);
        Assert.All(
            Register.Live,
            council => Assert.Equal(council.RegionCode == "E12000007", council.SubRegionCode is not null)
        );
    }

    [Theory]
    [InlineData("E08000031", "Wolverhampton")]
    [InlineData("336", "Wolverhampton")]
    [InlineData("E06000023", "Bristol, City of")]
    [InlineData("E10000021", "Northamptonshire")]
    [InlineData("928", "Northamptonshire")]
    public void A_council_is_found_by_either_code(string code, string name) =>
        Assert.Equal(name, Register.Find(code)!.Name);

    [Theory]
    [InlineData("929", "E06000057")]
    [InlineData("825", "E06000060")]
    [InlineData("373", "E08000039")]
    public void A_three_digit_code_kept_over_a_recode_finds_the_latest(string digits, string code) =>
        Assert.Equal(code, Register.Find(digits)!.Code);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("e08000031")]
    [InlineData("E92000001")]
    public void An_unknown_code_finds_nothing(string code)
    {
        Assert.Null(Register.Find(code));
        Assert.Empty(Register.Resolve(code));
    }

    [Theory]
    [InlineData("E08000031", "E08000031")]
    [InlineData("E10000022", "E06000057")]
    [InlineData("E06000028", "E06000058")]
    [InlineData("E10000006", "E06000063,E06000064")]
    [InlineData("909", "E06000063,E06000064")]
    [InlineData("E09000021 / E09000027", "E09000021,E09000027")]
    [InlineData("940 / 941", "E06000061,E06000062")]
    public void A_code_resolves_to_the_councils_that_answer_for_it_today(string code, string current) =>
        Assert.Equal(current.Split(','), Register.Resolve(code).Select(council => council.Code));

    [Fact]
    public void Every_code_resolves_to_live_councils() =>
        Assert.All(
            Register.All,
            council =>
            {
                Assert.NotEmpty(Register.Resolve(council.Code));
                Assert.All(Register.Resolve(council.Code), current => Assert.True(current.IsLive));
            }
        );

    [Theory]
    [InlineData("E10000002", "E06000060", true)]
    [InlineData("E06000057", "E10000022", true)]
    [InlineData("E08000031", "E08000031", true)]
    [InlineData("E10000009", "E06000059", false)]
    [InlineData("E06000028", "E06000058", false)]
    [InlineData("E10000021", "E06000061", false)]
    [InlineData("E08000031", "E08000030", false)]
    [InlineData("nonsense", "nonsense", false)]
    public void Only_a_pure_recode_is_the_same_authority(string code, string other, bool same) =>
        Assert.Equal(same, Register.IsSameAuthority(code, other));

    [Fact]
    public void Predecessors_and_successors_are_the_two_sides_of_each_change()
    {
        Assert.Equal(["E06000028", "E06000029"], Register.PredecessorsOf("E06000058").Select(change => change.From));
        Assert.Equal(["E06000061", "E06000062"], Register.SuccessorsOf("E10000021").Select(change => change.To));
        Assert.Empty(Register.PredecessorsOf("E10000021"));
        Assert.Empty(Register.SuccessorsOf("E06000058"));
    }

    [Fact]
    public void A_predecessor_ends_the_day_before_its_successor_begins() =>
        Assert.All(
            Register.Changes,
            change =>
            {
                Assert.Equal(change.Date.AddDays(-1), Register.Find(change.From)!.To);
                Assert.Equal(change.Date, Register.Find(change.To)!.From);
            }
        );

    [Theory]
    [InlineData("2008-12-31", 0)]
    [InlineData("2009-03-31", 149)]
    [InlineData("2009-04-01", 152)]
    [InlineData("2019-03-31", 152)]
    [InlineData("2019-04-01", 151)]
    [InlineData("2021-04-01", 152)]
    [InlineData("2023-04-01", 153)]
    [InlineData("2026-04-01", 153)]
    public void Live_on_a_date_are_those_that_existed_then(string date, int count)
    {
        var on = DateOnly.Parse(date);

        Assert.Equal(count, Register.LiveOn(on).Count);
        Assert.Equal(Register.All.Where(council => council.ExistedOn(on)), Register.LiveOn(on));
    }

    [Fact]
    public void A_row_with_a_missing_field_is_named()
    {
        var fault = Assert.Throws<InvalidDataException>(() => RegisterTable.Parse("t.txt", "# why\na|b\n1|2\n3\n"));

        Assert.Contains("'3'", fault.Message, StringComparison.Ordinal);
    }
}
