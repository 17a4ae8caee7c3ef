using System.Globalization;
using System.Text.RegularExpressions;

namespace RegionalNetwork.Server.Tests.SampleData;

public sealed partial class SampleStructureTests
{
    public static TheoryData<string> Files => [.. SampleFiles.Names];

    /// <summary>The shortest of the domain's limits on identifiers, that of a publication.</summary>
    private const int LongestIdentifierCharacters = 60;

    [Fact]
    public void Identifiers_are_unique_and_lower_case_with_hyphens()
    {
        var identifiers = SampleFiles.Names.SelectMany(name => SampleFiles.Read(name).Texts("id")).ToArray();

        Assert.NotEmpty(identifiers);
        Assert.Equal(identifiers.Distinct(), identifiers);
        Assert.All(identifiers, identifier => Assert.Matches(Identifier, identifier));
        Assert.All(identifiers, identifier => Assert.InRange(identifier.Length, 1, LongestIdentifierCharacters));
    }

    [Theory, MemberData(nameof(Files))]
    public void Themes_and_scopes_are_known(string file)
    {
        var root = SampleFiles.Read(file);

        Assert.All(root.Texts("leadTheme").Concat(root.Texts("otherThemes")), theme => Assert.Matches(Theme, theme));
        Assert.All(
            root.Texts("scope").Concat(root.Texts("audienceScope")),
            scope => Assert.Contains(scope, new[] { "childrens", "adults", "both" })
        );
    }

    [Fact]
    public void A_priority_or_workstream_has_one_lead_theme_and_at_most_two_others()
    {
        var themed = new[] { "priorities.json", "workstreams.json" }
            .SelectMany(name => SampleFiles.Read(name).Objects())
            .Where(entry => entry.TryGetProperty("leadTheme", out _))
            .ToArray();

        Assert.NotEmpty(themed);
        Assert.All(
            themed,
            entry =>
            {
                var others = entry.Items("otherThemes").Select(theme => theme.GetString()).ToArray();
                Assert.InRange(others.Length, 0, 2);
                Assert.DoesNotContain(entry.Text("leadTheme"), others);
                Assert.Equal(others.Distinct(), others);
            }
        );
    }

    [Theory, MemberData(nameof(Files))]
    public void A_date_is_written_to_the_precision_that_it_claims(string file)
    {
        (string Date, string Precision)[] pairs =
        [
            ("date", "precision"),
            ("knownSince", "knownSincePrecision"),
            ("presentedOn", "presentedPrecision"),
        ];
        var dated =
            from entry in SampleFiles.Read(file).Objects()
            from pair in pairs
            where entry.TryGetProperty(pair.Precision, out _)
            select (Date: entry.Text(pair.Date), Precision: entry.Text(pair.Precision));

        Assert.All(dated, entry => Assert.Equal(entry.Precision, PrecisionOf(entry.Date)));
    }

    [Fact]
    public void A_year_of_priorities_is_followed_by_the_next_and_says_how_it_was_found()
    {
        Assert.All(
            SampleFiles.Read("priorities.json").Items("sets"),
            set =>
            {
                var year = set.Text("year")!;
                Assert.Matches(ReportingYear, year);
                Assert.Equal((int.Parse(year[2..4]) + 1) % 100, int.Parse(year[5..]));
                Assert.Contains(set.Text("yearBasis"), new[] { "stated", "derived" });
                Assert.NotEmpty(set.Text("yearDerivation")!);
            }
        );
    }

    private static string? PrecisionOf(string? date) =>
        date switch
        {
            null => null,
            _ when IsDate(date, "yyyy-MM-dd") => "day",
            _ when IsDate(date, "yyyy-MM") => "month",
            _ when IsDate(date, "yyyy") => "year",
            _ => $"none: '{date}' is no date",
        };

    private static bool IsDate(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Identifier { get; }

    [GeneratedRegex("^T(0[1-9]|1[0-6])$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Theme { get; }

    [GeneratedRegex("^20[0-9]{2}-[0-9]{2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReportingYear { get; }
}
