namespace RegionalNetwork.GraphQL;

/// <summary>Every limit of the engine, with its unit last in its name.</summary>
public static class Limits
{
    /// <summary>UTF-16 code units of a request's document.</summary>
    public const int MaxDocumentCharacters = 128 * 1024;

    /// <summary>Tokens of a request's document; comments are not tokens.</summary>
    public const int MaxDocumentTokens = 20_000;

    /// <summary>
    /// Selection sets, list and object values and list types inside one another. Everything after the parser recurses
    /// over the tree, so this is also what keeps a document from overflowing the stack.
    /// </summary>
    public const int MaxDocumentNestingLevels = 200;

    /// <summary>UTF-16 code units of one schema source, which the operator wrote and not a client.</summary>
    public const int MaxSchemaCharacters = 8 * 1024 * 1024;

    /// <summary>Tokens of one schema source.</summary>
    public const int MaxSchemaTokens = 2_000_000;
}
