using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace RegionalNetwork.GraphQL.Tests.Documentation;

/// <summary>Every constant of <see cref="Limits"/> with its value and what its comment says.</summary>
internal static partial class LimitsTable
{
    public static IEnumerable<string> Lines()
    {
        var source = EngineFiles.Sources().Single(file => file.Path == "Limits.cs").Text;
        var meanings = Documented()
            .Matches(source)
            .ToDictionary(match => match.Groups["name"].Value, match => Plain(match.Groups["summary"].Value));
        string[] head = ["| Limit | Value | What it counts |", "|---|--:|---|"];
        return head.Concat(Constants().Select(limit => Row(limit.Name, limit.Value, meanings[limit.Name])));
    }

    private static IEnumerable<(string Name, long Value)> Constants() =>
        typeof(Limits)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (field.Name, Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)));

    private static string Row(string name, long value, string meaning) =>
        $"| `{name}` | {value.ToString("#,0", CultureInfo.InvariantCulture)} | {meaning} |";

    private static string Plain(string summary) =>
        string.Join(' ', summary.Replace("///", "", StringComparison.Ordinal).Split((char[]?)null, SplitOptions));

    private const StringSplitOptions SplitOptions = StringSplitOptions.RemoveEmptyEntries;

    [GeneratedRegex(
        @"<summary>(?<summary>(?:(?!</summary>).)*)</summary>\s*public const \w+ (?<name>\w+)",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Documented();
}
