namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>
/// A browser as its person knows it again, "Chrome on Windows", and not so closely that it tells people apart: one of a few texts, whatever
/// the header says.
/// </summary>
internal static class BrowserKind
{
    /// <summary>In this order: a browser's header names those that it wants to be taken for as well.</summary>
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("CriOS/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Macintosh", "Mac"),
        ("CrOS", "Chromebook"),
        ("Linux", "Linux"),
    ];

    public static string Of(string? userAgent) =>
        $"{Find(Browsers, userAgent) ?? "A browser"} on {Find(Systems, userAgent) ?? "another device"}";

    private static string? Find((string Sign, string Name)[] known, string? userAgent) =>
        known.FirstOrDefault(one => userAgent?.Contains(one.Sign, StringComparison.Ordinal) == true).Name;
}
