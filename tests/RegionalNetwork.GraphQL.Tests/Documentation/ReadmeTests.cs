using RegionalNetwork.GraphQL.Validation;

namespace RegionalNetwork.GraphQL.Tests.Documentation;

/// <summary>The engine's README, against the code.</summary>
public sealed class ReadmeTests
{
    /// <summary>Set to 1, it makes the test write the tables instead of comparing them.</summary>
    private const string Write = "REGIONALNETWORK_WRITE_README";

    private const string HowTo =
        "The tables of src/RegionalNetwork.GraphQL/README.md are out of date. Write them anew, look at what changed and commit it:\n"
        + "  "
        + Write
        + "=1 dotnet run --project tests/RegionalNetwork.GraphQL.Tests -- -class \"*.ReadmeTests\"";

    [Fact]
    public void Tables_say_what_the_code_says()
    {
        var readme = File.ReadAllText(EngineFiles.Readme).ReplaceLineEndings("\n");
        var updated = GeneratedReadme.Update(readme);
        if (Environment.GetEnvironmentVariable(Write) == "1")
        {
            File.WriteAllText(EngineFiles.Readme, updated);
            return;
        }

        Assert.True(readme == updated, HowTo);
    }

    [Fact]
    public void Every_section_that_a_source_file_names_is_in_the_coverage_table() =>
        Assert.Empty(CoverageTable.UnknownAnchors());

    [Fact]
    public void Every_section_in_the_coverage_table_has_either_a_source_file_or_a_reason() =>
        Assert.Empty(CoverageTable.Unanswered());

    [Fact]
    public void Every_test_in_the_coverage_table_is_there() => Assert.Empty(CoverageTable.MissingTests());

    [Fact]
    public void Every_specified_rule_is_in_the_coverage_table()
    {
        var table = string.Join('\n', CoverageTable.Lines());
        Assert.DoesNotContain(
            SpecifiedRules.All,
            rule => rule.Name != "MaxIntrospectionDepth" && !table.Contains($"(Validation/Rules/{rule.Name}.cs)")
        );
    }
}
