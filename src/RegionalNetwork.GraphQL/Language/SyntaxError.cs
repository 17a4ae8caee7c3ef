namespace RegionalNetwork.GraphQL.Language;

/// <summary>A text that is not a GraphQL document. The message is meant for the client.</summary>
/// <param name="offset">Where, in UTF-16 code units from the start of <paramref name="source"/>.</param>
public sealed class SyntaxError(string message, Source source, int offset) : Exception("Syntax Error: " + message)
{
    public Source SyntaxSource { get; } = source;

    public int Offset { get; } = offset;

    public SourceLocation Location => SyntaxSource.LocationAt(Offset);
}
