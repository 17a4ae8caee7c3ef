using System.Text.Json;
using System.Text.RegularExpressions;

namespace RegionalNetwork.Server.Tests.SampleData;

public sealed partial class SampleReferenceTests
{
    public static TheoryData<string> Files => [.. SampleFiles.Names];

    [Theory]
    [InlineData("networks.json", "networks", "members", "links", "mandate")]
    [InlineData("workstreams.json", "workstreams", "participants", "events", "mandate")]
    [InlineData("priorities.json", "sets", "priorities", "alignments")]
    [InlineData("appointments.json", "appointments")]
    public void Every_entry_names_its_source(string file, params string[] lists)
    {
        var entries = SampleFiles
            .Read(file)
            .Objects()
            .SelectMany(holder =>
                lists.Where(list => holder.TryGetProperty(list, out _)).SelectMany(list => holder.Items(list))
            )
            .ToArray();

        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.Equal(JsonValueKind.Object, entry.GetProperty("source").ValueKind));
    }

    [Theory, MemberData(nameof(Files))]
    public void A_source_is_one_of_the_reports_under_its_short_title_with_a_reference(string file)
    {
        var titles = SampleFiles
            .Read("reports.json")
            .Items("reports")
            .ToDictionary(report => report.Text("id")!, report => report.Text("shortTitle"));
        var sources = SampleFiles
            .Read(file)
            .Objects()
            .Where(entry => entry.TryGetProperty("source", out var source) && source.Text("report") is not null)
            .Select(entry => entry.GetProperty("source"));

        Assert.All(
            sources,
            source =>
            {
                Assert.Equal(titles[source.Text("report")!], source.Text("title"));
                Assert.NotEmpty(source.Text("reference")!);
            }
        );
    }

    [Fact]
    public void Links_between_the_files_lead_somewhere()
    {
        var known = SampleFiles.Names.SelectMany(name => SampleFiles.Read(name).Texts("id")).ToHashSet();
        var links =
            from name in SampleFiles.Names
            from member in new[] { "network", "workstream", "priority", "programme" }
            from target in SampleFiles.Read(name).Texts(member)
            select target;

        Assert.All(links, target => Assert.Contains(target, known));
    }

    [Theory, MemberData(nameof(Files))]
    public void Council_codes_have_nine_characters_and_are_of_upper_tier_councils(string file) =>
        Assert.All(CouncilCodes(file), code => Assert.Matches(CouncilCode, code));

    [Theory, MemberData(nameof(Files))]
    public void Council_codes_are_live_in_the_register(string file)
    {
        var live = File.ReadLines(SampleFiles.Shared("data/la_register.csv"))
            .Where(line => line.EndsWith(",live", StringComparison.Ordinal))
            .Select(line => line[..9])
            .ToHashSet();

        Assert.All(CouncilCodes(file), code => Assert.Contains(code, live));
    }

    [Fact]
    public void West_midlands_members_are_the_live_councils_of_its_region()
    {
        var network = SampleFiles
            .Read("networks.json")
            .Items("networks")
            .Single(entry => entry.Text("id") == "west-midlands");
        var region = File.ReadLines(SampleFiles.Shared("data/la_register.csv"))
            .Where(line => line.Contains($",{network.Text("regionCode")},", StringComparison.Ordinal))
            .Where(line => line.EndsWith(",live", StringComparison.Ordinal))
            .Select(line => line[..9]);

        Assert.Equal(region.Order(), network.Items("members").Select(member => member.Text("council")!).Order());
    }

    private static IEnumerable<string> CouncilCodes(string file)
    {
        var root = SampleFiles.Read(file);
        return new[] { "council", "leadCouncil", "deliveredBy" }.SelectMany(member => root.Texts(member));
    }

    [GeneratedRegex("^E(06|08|09|10)[0-9]{6}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CouncilCode { get; }
}
