namespace RegionalNetwork.GraphQL.Language;

/// <summary>A document's text with a name for messages (a file name, or "GraphQL request").</summary>
public sealed class Source(string body, string name)
{
    public const string RequestName = "GraphQL request";

    /// <summary>Found when the first location is wanted: a hostile document has thousands of them.</summary>
    private int[]? _lineStarts;

    public string Body { get; } = body;

    public string Name { get; } = name;

    /// <summary>Line and column, both from 1, of an offset in UTF-16 code units. A line ends with LF, CRLF or CR.</summary>
    public SourceLocation LocationAt(int offset)
    {
        _lineStarts ??= FindLineStarts();
        var found = Array.BinarySearch(_lineStarts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return new SourceLocation(line + 1, offset - _lineStarts[line] + 1);
    }

    private int[] FindLineStarts()
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < Body.Length; i++)
        {
            var isFirstHalf = Body[i] == '\r' && i + 1 < Body.Length && Body[i + 1] == '\n';
            if (!isFirstHalf && (Body[i] is '\r' or '\n'))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}

/// <summary>A place in a document as people count: line and column from 1.</summary>
public readonly record struct SourceLocation(int Line, int Column);

/// <summary>A stretch of a source: offsets in UTF-16 code units, <paramref name="End"/> exclusive.</summary>
public readonly record struct Span(Source Source, int Start, int End)
{
    public SourceLocation Location => Source.LocationAt(Start);
}
