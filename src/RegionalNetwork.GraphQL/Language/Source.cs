namespace RegionalNetwork.GraphQL.Language;

/// <summary>A document's text with a name for messages (a file name, or "GraphQL request").</summary>
public sealed class Source(string body, string name)
{
    public const string RequestName = "GraphQL request";

    public string Body { get; } = body;

    public string Name { get; } = name;

    /// <summary>Line and column, both from 1, of an offset in UTF-16 code units. A line ends with LF, CRLF or CR.</summary>
    public SourceLocation LocationAt(int offset)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < offset && i < Body.Length; i++)
        {
            var isCarriageReturn = Body[i] == '\r';
            if (!isCarriageReturn && Body[i] != '\n')
            {
                continue;
            }

            if (isCarriageReturn && i + 1 < Body.Length && Body[i + 1] == '\n')
            {
                i++;
                if (i >= offset)
                {
                    break;
                }
            }

            line++;
            lineStart = i + 1;
        }

        return new SourceLocation(line, offset - lineStart + 1);
    }
}

/// <summary>A place in a document as people count: line and column from 1.</summary>
public readonly record struct SourceLocation(int Line, int Column);

/// <summary>A stretch of a source: offsets in UTF-16 code units, <paramref name="End"/> exclusive.</summary>
public readonly record struct Span(Source Source, int Start, int End)
{
    public SourceLocation Location => Source.LocationAt(Start);
}
