using System.Text.RegularExpressions;

namespace RegionalNetwork.Server.Tests.Tidy;

/// <summary>The house rules that a compiler does not know, read from the sources.</summary>
public sealed partial class TidyTests
{
    private const int LinesMax = 300;

    private const int TimeoutMilliseconds = 1_000;

    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(TimeoutMilliseconds);

    /// <summary>What would make the domain depend on the machine that it runs on, or on chance.</summary>
    private static readonly string[] BannedInDomain =
    [
        "DateTime.Now",
        "DateTime.UtcNow",
        "DateTimeOffset.Now",
        "DateTimeOffset.UtcNow",
        "TimeProvider",
        "Stopwatch",
        "Random",
        "Guid.NewGuid",
        "File.",
        "Directory.",
        "Environment.",
        "HttpClient",
        "Console.",
        "Task.Run",
        "Thread",
    ];

    /// <summary>Distributions, and nothing that reads a file, a clock or chance for us.</summary>
    private static readonly string[] PackagesOfDomain = ["""<PackageReference Include="MathNet.Numerics" />"""];

    /// <summary>Folders of the engine in the order of dependence: each uses only itself and those before it.</summary>
    private static readonly string[] EngineOrder =
    [
        "Language",
        "Errors",
        "TypeSystem",
        "Validation",
        "Binding",
        "Execution",
    ];

    [Fact]
    public void No_source_file_is_longer_than_300_lines()
    {
        var tooLong =
            from source in Repository.Sources("src")
            let lines = source.Text.Count(character => character == '\n')
            where lines > LinesMax
            select $"{source.Path} has {lines} lines";
        Assert.Empty(tooLong);
    }

    [Fact]
    public void The_domain_knows_no_clock_no_machine_and_no_chance()
    {
        var offences =
            from source in Repository.Sources("src/RegionalNetwork.Domain")
            from line in CodeLines(source.Text)
            from banned in BannedInDomain
            where Regex.IsMatch(line, $@"(?<![\w.""]){Regex.Escape(banned)}", RegexOptions.None, Timeout)
            select $"{source.Path}: {line.Trim()}";
        Assert.Empty(offences);
    }

    [Fact]
    public void Leaves_reference_no_project_and_the_domain_no_package_but_its_mathematics()
    {
        foreach (var leaf in new[] { "GraphQL", "EventSourcing", "Domain" })
        {
            var project = ReadProject(leaf);
            Assert.DoesNotContain("<ProjectReference", project, StringComparison.Ordinal);
        }

        Assert.Equal(PackagesOfDomain, PackageReference().Matches(ReadProject("Domain")).Select(match => match.Value));
        Assert.DoesNotContain("<PackageReference", ReadProject("GraphQL"), StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_of_the_engine_depend_one_way()
    {
        var offences =
            from position in Enumerable.Range(0, EngineOrder.Length)
            from source in Repository.Sources($"src/RegionalNetwork.GraphQL/{EngineOrder[position]}")
            from Match used in EngineUsing().Matches(source.Text)
            where Array.IndexOf(EngineOrder, used.Groups["folder"].Value) > position
            select $"{source.Path} uses {used.Groups["folder"].Value}";
        Assert.Empty(offences);
    }

    [Fact]
    public void Nothing_is_left_to_do_in_the_sources()
    {
        var leftovers =
            from folder in new[] { "src", "tests" }
            from source in Repository.Sources(folder)
            where !source.Path.EndsWith("/TidyTests.cs", StringComparison.Ordinal)
            from Match found in LeftOver().Matches(source.Text)
            select $"{source.Path}: {found.Value}";
        Assert.Empty(leftovers);
    }

    private static string ReadProject(string name) =>
        File.ReadAllText(
            Path.Combine(Repository.Root, "src", $"RegionalNetwork.{name}", $"RegionalNetwork.{name}.csproj")
        );

    private static IEnumerable<string> CodeLines(string text) =>
        text.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));

    [GeneratedRegex(@"<PackageReference[^>]*>", RegexOptions.None, TimeoutMilliseconds)]
    private static partial Regex PackageReference();

    [GeneratedRegex(
        @"using RegionalNetwork\.GraphQL\.(?<folder>\w+)",
        RegexOptions.ExplicitCapture,
        TimeoutMilliseconds
    )]
    private static partial Regex EngineUsing();

    [GeneratedRegex(
        @"\bTODO\b|\bFIXME\b|\bHACK\b|NotImplementedException|#region|Thread\.Sleep\(",
        RegexOptions.None,
        TimeoutMilliseconds
    )]
    private static partial Regex LeftOver();
}
