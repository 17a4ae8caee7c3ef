namespace RegionalNetwork.Server.Requests;

/// <summary>
/// The <c>id</c> of an object across all types: its type's name and its key. Clients treat it as opaque.
/// </summary>
/// <param name="Key">For a priority: the kind of owner, the owner and the priority's own code, with colons between.</param>
internal readonly record struct NodeId(string Type, string Key)
{
    private const char Separator = ':';

    public static string Of(string type, string key) => $"{type}{Separator}{key}";

    /// <summary>Of an object whose key has three parts.</summary>
    public static string Of(string type, string first, string second, string third) =>
        $"{type}{Separator}{first}{Separator}{second}{Separator}{third}";

    public static bool TryParse(string text, out NodeId id)
    {
        var separator = text.IndexOf(Separator, StringComparison.Ordinal);
        id = separator > 0 ? new NodeId(text[..separator], text[(separator + 1)..]) : default;
        return separator > 0;
    }
}
