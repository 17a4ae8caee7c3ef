namespace RegionalNetwork.GraphQL.Language;

/// <summary>How large a document the parser accepts; one past any of these is a syntax error.</summary>
/// <param name="MaxCharacters">UTF-16 code units.</param>
/// <param name="MaxTokens">Comments are not counted.</param>
/// <param name="MaxNestingLevels">At most <see cref="Limits.MaxDocumentNestingLevels"/> is safe for the stack.</param>
public sealed record ParserLimits(int MaxCharacters, int MaxTokens, int MaxNestingLevels)
{
    /// <summary>For documents that clients send.</summary>
    public static ParserLimits Request { get; } =
        new(Limits.MaxDocumentCharacters, Limits.MaxDocumentTokens, Limits.MaxDocumentNestingLevels);

    /// <summary>For schema sources, which may be large.</summary>
    public static ParserLimits Schema { get; } =
        new(Limits.MaxSchemaCharacters, Limits.MaxSchemaTokens, Limits.MaxDocumentNestingLevels);
}
