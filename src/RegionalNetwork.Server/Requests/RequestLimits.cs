namespace RegionalNetwork.Server.Requests;

/// <summary>Limits of what one field gives, with units; the engine has its own.</summary>
internal static class RequestLimits
{
    /// <summary>Items of a connection's page with neither <c>first</c> nor <c>last</c>.</summary>
    public const int PageItemsDefault = 20;

    /// <summary>Items of a connection's page.</summary>
    public const int PageItemsMax = 100;

    /// <summary>
    /// Characters of a cursor. The longest that is given has about 930: a title of 200 characters of three bytes and a code.
    /// </summary>
    public const int CursorCharacters = 1_024;

    /// <summary>Ids that <c>nodes</c> takes: as many as a page has.</summary>
    public const int NodeIds = 100;

    /// <summary>References that <c>_entities</c> takes. A router sends one for each object of its own answer.</summary>
    public const int EntityReferences = 1_000;
}
