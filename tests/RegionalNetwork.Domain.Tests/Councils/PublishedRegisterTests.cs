using RegionalNetwork.Domain.Councils;

namespace RegionalNetwork.Domain.Tests.Councils;

/// <summary>The register that ships, against the public tables that it restates: every row, every field that both hold.</summary>
public sealed class PublishedRegisterTests
{
    private static readonly CouncilRegister Register = CouncilRegister.England;

    [Fact]
    public void Every_council_is_as_published()
    {
        var published = SharedData
            .ReadCsv("la_register.csv")
            .Select(row => string.Join('|', Fields(row)))
            .Order()
            .ToArray();

        Assert.Equal(published, Register.All.Select(council => string.Join('|', Fields(council))).Order());
    }

    [Fact]
    public void Every_published_change_of_code_is_held_and_every_other_dates_from_2009()
    {
        var published = SharedData
            .ReadCsv("la_code_changes.csv")
            .Select(row => (row["from_code"], row["to_code"], row["effective"], KindOf(row["kind"])))
            .ToHashSet();
        var held = Register.Changes.Select(c => (c.From, c.To, $"{c.Date:yyyy-MM-dd}", c.Kind)).ToHashSet();

        Assert.Equal(14, published.Count);
        Assert.Subset(held, published);
        Assert.All(held.Except(published), change => Assert.Equal("2009-04-01", change.Item3));
    }

    [Fact]
    public void Every_change_of_code_names_the_councils_that_are_published_with_it()
    {
        Assert.All(
            SharedData.ReadCsv("la_code_changes.csv"),
            row =>
            {
                Assert.Equal(row["from_name"], Register.Find(row["from_code"])!.Name);
                Assert.Equal(row["to_name"], Register.Find(row["to_code"])!.Name);
            }
        );
    }

    [Fact]
    public void Every_joint_return_is_as_published()
    {
        var published = SharedData
            .ReadCsv("la_joint_returns.csv")
            .Select(row =>
                (
                    row["joint_new_la_code"],
                    row["joint_old_la_code"],
                    row["joint_name"],
                    row["member_code"],
                    row["member_name"],
                    row["csww_years"]
                )
            )
            .Order();

        var held = Register
            .JointReturns.SelectMany(joint =>
                joint.Members.Select(member =>
                    (
                        joint.Code,
                        joint.ThreeDigitCode,
                        joint.Name,
                        member.Code,
                        member.Name,
                        $"{joint.FirstYear}-{joint.LastYear}"
                    )
                )
            )
            .Order();

        Assert.Equal(published, held);
    }

    private static string[] Fields(IReadOnlyDictionary<string, string> row) =>
        [
            row["new_la_code"],
            row["old_la_code"],
            row["la_name"],
            row["la_type"],
            row["region_code"],
            row["region_name"],
            // The workforce census names no region for councils that ended before it began, in 2017.
            row["region_code"] == "E12000007"
                ? row["dfe_csww_region_name"]
                : "",
            row["operational_from"],
            row["operational_to"],
            row["status"],
        ];

    private static string[] Fields(Council council) =>
        [
            council.Code,
            council.ThreeDigitCode ?? "x",
            council.Name,
            council.Type switch
            {
                CouncilType.UnitaryAuthority => "Unitary Authorities",
                CouncilType.MetropolitanDistrict => "Metropolitan Districts",
                CouncilType.LondonBorough => "London Boroughs",
                _ => "Counties",
            },
            council.RegionCode,
            Register.FindRegion(council.RegionCode)!.Name,
            council.SubRegionCode is { } part ? Register.FindRegion(part)!.Name : "",
            $"{council.From:yyyy-MM-dd}",
            $"{council.To:yyyy-MM-dd}",
            council.IsLive ? "live" : "terminated",
        ];

    private static CodeChangeKind KindOf(string kind) =>
        kind.StartsWith("recode (lost", StringComparison.Ordinal) ? CodeChangeKind.RecodeWithBoundaryChange
        : kind.StartsWith("recode", StringComparison.Ordinal) ? CodeChangeKind.Recode
        : kind == "merge" ? CodeChangeKind.Merge
        : CodeChangeKind.Split;
}
