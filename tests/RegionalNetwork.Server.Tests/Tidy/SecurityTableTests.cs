using System.Text.RegularExpressions;

namespace RegionalNetwork.Server.Tests.Tidy;

/// <summary><c>deploy/security/asvs.md</c>: what it names must be there, and nothing may be left out of it.</summary>
public sealed partial class SecurityTableTests
{
    private const string Table = "deploy/security/asvs.md";

    /// <summary>Requirements of levels 1 and 2 in each chapter of ASVS 5.0.</summary>
    private static readonly int[] Chapters = [.. Enumerable.Range(1, 17)];

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, Table));

    private static readonly string[][] Rows =
    [
        .. Lines
            .Where(line => Requirement().IsMatch(line))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
    ];

    [Fact]
    public void Each_file_and_folder_that_it_names_is_there()
    {
        string[] named =
        [
            .. Lines.SelectMany(line => Named().Matches(line)).Select(found => found.Groups["path"].Value).Distinct(),
        ];

        Assert.True(named.Length > 40, $"{named.Length} names");
        Assert.DoesNotContain(named, path => !Path.Exists(Path.Combine(Repository.Root, path)));
        TestContext.Current.SendDiagnosticMessage(
            $"{Rows.Length} requirements, {named.Length} files and folders named"
        );
    }

    [Fact]
    public void Each_row_says_whether_it_is_met_and_why()
    {
        Assert.Empty(
            Rows.Where(row =>
                    row
                        is not [
                            _,
                            { Length: > 0 },
                            "met"
                            or "partly"
                            or "not met"
                            or "does not apply",
                            { Length: > 10 },
                        ]
                )
                .Select(row => string.Join(" | ", row))
        );
        Assert.Empty(Rows.Where(row => row[2] == "met" && !Named().IsMatch(row[3])).Select(row => row[0]));
    }

    [Fact]
    public void Each_chapter_is_walked_through_once_and_in_order()
    {
        (int Chapter, int Section, int Number)[] ids =
        [
            .. Rows.Select(row => row[0][1..].Split('.').Select(int.Parse).ToArray())
                .Select(parts => (parts[0], parts[1], parts[2])),
        ];

        Assert.Equal(ids.Order().Distinct(), ids);
        Assert.Equal(Chapters, ids.Select(id => id.Chapter).Distinct());
    }

    [GeneratedRegex(@"^\|\s*V\d+\.\d+\.\d+\s*\|", RegexOptions.NonBacktracking)]
    private static partial Regex Requirement();

    [GeneratedRegex(
        @"`(?<path>(src|tests|deploy|schema)/[\w./-]+|README\.md|global\.json)`",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Named();
}
