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

    /// <summary>Buffers kept for answers to come.</summary>
    public const int IdleResponseBuffers = 64;

    /// <summary>A buffer that grew larger is not kept.</summary>
    public const int IdleResponseBufferBytes = 1024 * 1024;
}
