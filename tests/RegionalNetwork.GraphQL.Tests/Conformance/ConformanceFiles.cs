using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RegionalNetwork.GraphQL.Tests.Conformance;

/// <summary>
/// The reference implementation's cases, one JSON object a line, found beside the repository in <c>shared/conformance</c>.
/// They are no part of the repository; where they are absent the test says so and is skipped.
/// </summary>
internal static class ConformanceFiles
{
    private const string Folder = "shared/conformance";

    /// <summary>The cases of a file such as <c>lexer-cases.jsonl</c>; skips the test where the file is not there.</summary>
    public static IReadOnlyList<JsonElement> Read(string fileName)
    {
        var path = Find(fileName);
        Assert.SkipWhen(path is null, $"{Folder}/{fileName} is not beside the repository, so its cases were not run.");
        return [.. File.ReadLines(path!).Where(line => line.Length > 0).Select(ParseLine)];
    }

    /// <summary>A string's value even where it holds half a surrogate pair, which <see cref="JsonElement"/> refuses.</summary>
    public static string Text(JsonElement element)
    {
        var raw = element.GetRawText().AsSpan(1..^1);
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
            }
            else if (raw[++i] == 'u')
            {
                text.Append((char)ushort.Parse(raw.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier));
                i += 4;
            }
            else
            {
                text.Append("\b\f\n\r\t\"\\/"["bfnrt\"\\/".IndexOf(raw[i])]);
            }
        }

        return text.ToString();
    }

    /// <summary>Reports how many of how many passed, and fails the test where an unexplained case did not.</summary>
    /// <param name="faults">By case id: what was wrong. Deviations that <see cref="Deviations"/> explains count as neither.</param>
    public static void Judge(string fileName, int cases, IReadOnlyDictionary<string, string> faults)
    {
        var unexplained = faults.Where(fault => !Deviations.Reasons.ContainsKey(fault.Key)).ToList();
        var report =
            $"{fileName}: {cases - faults.Count} of {cases} cases passed, {faults.Count - unexplained.Count} deviate with a reason.";
        TestContext.Current.SendDiagnosticMessage(report);
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        Assert.True(
            unexplained.Count == 0,
            report + "\n" + string.Join("\n\n", unexplained.Take(20).Select(fault => $"{fault.Key}: {fault.Value}"))
        );
    }

    private static JsonElement ParseLine(string line)
    {
        using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 512 });
        return document.RootElement.Clone();
    }

    /// <summary>Null where it is not beside the repository.</summary>
    public static string? Find(string fileName)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, Folder, fileName);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
