using System.Text.Json;
using RegionalNetwork.GraphQL.Language;

namespace RegionalNetwork.GraphQL.Tests.Conformance;

public sealed class LexerConformanceTests
{
    private const string FileName = "lexer-cases.jsonl";

    [Fact]
    public void Lexer_gives_the_tokens_of_the_reference()
    {
        var cases = ConformanceFiles.Read(FileName);
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in cases)
        {
            var expected = Expected(item);
            var actual = Lex(ConformanceFiles.Text(item.GetProperty("source")));
            if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
            {
                faults[item.GetProperty("id").GetString()!] =
                    $"expected\n{string.Join('\n', expected)}\nbut got\n{string.Join('\n', actual)}";
            }
        }

        ConformanceFiles.Judge(FileName, cases.Count, faults);
    }

    private static List<string> Lex(string text)
    {
        var source = new Source(text, Source.RequestName);
        var lexer = new Lexer(source);
        var lines = new List<string>();
        try
        {
            Token token;
            do
            {
                token = lexer.Next();
                var at = source.LocationAt(token.Start);
                var value = token.Kind >= TokenKind.Name ? lexer.ValueOf(token) : null;
                lines.Add(Line(KindName(token.Kind), token.Start, token.End, at.Line, at.Column, value));
            } while (token.Kind != TokenKind.EndOfFile);
        }
        catch (SyntaxError error)
        {
            // The reference reads comments together with the token that they stand before.
            while (lines.Count > 0 && lines[^1].StartsWith("Comment", StringComparison.Ordinal))
            {
                lines.RemoveAt(lines.Count - 1);
            }

            lines.Add($"{error.Message} at {error.Location.Line}:{error.Location.Column}");
        }

        return lines;
    }

    private static List<string> Expected(JsonElement item)
    {
        var lines = item.GetProperty("tokens").EnumerateArray().Select(TokenLine).ToList();
        if (item.TryGetProperty("error", out var error))
        {
            var at = error.GetProperty("locations")[0];
            lines.Add(
                $"{ConformanceFiles.Text(error.GetProperty("message"))} at {at.GetProperty("line")}:{at.GetProperty("column")}"
            );
        }

        return lines;
    }

    private static string TokenLine(JsonElement token) =>
        Line(
            token.GetProperty("kind").GetString()!,
            token.GetProperty("start").GetInt32(),
            token.GetProperty("end").GetInt32(),
            token.GetProperty("line").GetInt32(),
            token.GetProperty("column").GetInt32(),
            token.TryGetProperty("value", out var value) ? ConformanceFiles.Text(value) : null
        );

    private static string Line(string kind, int start, int end, int line, int column, string? value) =>
        $"{kind} {start}-{end} at {line}:{column} {(value is null ? "" : $"'{value}'")}";

    private static string KindName(TokenKind kind) => kind.Word().Trim('"');
}
