using System.Text.RegularExpressions;

namespace RegionalNetwork.Server.Tests.SampleData;

/// <summary>The sample is restated from real reports that print names and contact details: none may come along.</summary>
public sealed partial class PersonalDataTests
{
    private static readonly (string What, Regex Pattern)[] Forbidden =
    [
        ("an e-mail address", Email),
        ("a telephone number", Telephone),
        ("an NHS number", NhsNumber),
        ("a case number", CaseNumber),
        ("a postcode", Postcode),
        ("a title and surname", TitleAndSurname),
    ];

    public static TheoryData<string> Files => [.. SampleFiles.Names];

    [Theory, MemberData(nameof(Files))]
    public void No_text_identifies_or_reaches_a_person(string file) => Assert.Empty(Found(SampleFiles.Text(file)));

    [Theory]
    [InlineData("Write to someone@council.example", "an e-mail address")]
    [InlineData("Ring 01632 960123", "a telephone number")]
    [InlineData("Ring 020 7946 0123", "a telephone number")]
    [InlineData("Ring +44 1632 960123", "a telephone number")]
    [InlineData("943 476 5919", "an NHS number")]
    [InlineData("for example, in one case (1234)", "a case number")]
    [InlineData("case number 12345", "a case number")]
    [InlineData("The Castle, ZZ99 3WZ", "a postcode")]
    [InlineData("by Dr Example", "a title and surname")]
    [InlineData("thanks to Ms. Example", "a title and surname")]
    [InlineData("Councillor Example", "a title and surname")]
    public void The_search_finds_what_it_looks_for(string text, string what) => Assert.Contains(what, Found(text));

    [Fact]
    public void No_full_sentence_of_a_source_is_repeated()
    {
        var words = Directory
            .EnumerateFiles(Path.GetDirectoryName(SampleFiles.Shared("sources/coventry-role-of-the-psw-2015.txt"))!)
            .Select(path => Words(File.ReadAllText(path)))
            .SelectMany(Runs)
            .ToHashSet();
        var repeated = SampleFiles
            .Names.SelectMany(name => Runs(Words(SampleFiles.Text(name))))
            .Where(words.Contains)
            .Distinct();

        Assert.Empty(repeated);
    }

    private static IEnumerable<string> Found(string text) =>
        Forbidden.Where(entry => entry.Pattern.IsMatch(text)).Select(entry => entry.What);

    private static string[] Words(string text) =>
        [
            .. Word.Matches(text.Replace("’", "'", StringComparison.Ordinal))
                .Select(match => match.Value.ToLowerInvariant()),
        ];

    /// <summary>Names of bodies and titles of reports are up to this long; what is longer is a sentence of someone else's.</summary>
    private const int LongestTermWords = 11;

    private static IEnumerable<string> Runs(string[] words) =>
        Enumerable
            .Range(0, Math.Max(0, words.Length - LongestTermWords))
            .Select(start => string.Join(' ', words.AsSpan(start, LongestTermWords + 1).ToArray()));

    [GeneratedRegex("[A-Za-z0-9']+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.\w+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Email { get; }

    [GeneratedRegex(@"(?<!\d)(\+44\s?|0)\d{2,4}[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Telephone { get; }

    [GeneratedRegex(@"(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NhsNumber { get; }

    [GeneratedRegex(
        @"\bcase\s+(number\s+|no\.?\s*|ref\w*\s+)?\(?\d{3,}",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex CaseNumber { get; }

    [GeneratedRegex(@"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Postcode { get; }

    [GeneratedRegex(
        @"\b(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame)\.?\s+[A-Z]",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex TitleAndSurname { get; }
}
