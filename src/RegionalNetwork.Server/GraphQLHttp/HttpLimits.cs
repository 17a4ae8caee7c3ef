namespace RegionalNetwork.Server.GraphQLHttp;

/// <summary>Limits of the HTTP side, with units; the engine has its own.</summary>
internal static class HttpLimits
{
    /// <summary>Bytes of a GraphQL request: document, variables and the JSON around them.</summary>
    public const int GraphQLRequestBytes = 2 * 1024 * 1024;

    /// <summary>Objects and arrays inside one another in the JSON of a request.</summary>
    public const int RequestNestingLevels = 64;

    /// <summary>Bytes of an upload: a data file, its metadata, and the form around them.</summary>
    public const long ImportRequestBytes = 128L * 1024 * 1024;

    /// <summary>Bytes of an upload of a return: the table, explanations, and the form around them.</summary>
    public const long ReturnRequestBytes = 4L * 1024 * 1024;

    /// <summary>Buffers kept for answers to come.</summary>
    public const int IdleResponseBuffers = 64;

    /// <summary>A buffer that grew larger is not kept.</summary>
    public const int IdleResponseBufferBytes = 1024 * 1024;

    /// <summary>Documents that callers had stored by their hash.</summary>
    public const int PersistedDocuments = 1_000;

    /// <summary>UTF-16 code units of all documents that callers had stored.</summary>
    public const int PersistedDocumentCharacters = 2 * 1024 * 1024;

    /// <summary>Documents that the operator trusts, under all their names.</summary>
    public const int TrustedDocumentNames = 10_000;

    /// <summary>Bytes of one file of trusted documents.</summary>
    public const int TrustedDocumentFileBytes = 16 * 1024 * 1024;

    /// <summary>Entity tags of one If-None-Match that are looked at.</summary>
    public const int EntityTagsPerRequest = 32;

    /// <summary>The most operations that an operator can allow in one batch.</summary>
    public const int BatchOperations = 100;

    /// <summary>Bytes of the answers of one batch together.</summary>
    public const int BatchResponseBytes = 32 * 1024 * 1024;
}
