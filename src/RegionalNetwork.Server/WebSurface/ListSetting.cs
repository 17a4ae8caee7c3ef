namespace RegionalNetwork.Server.WebSurface;

/// <summary>A setting that is a list: <c>NAME__0</c>, <c>NAME__1</c> and so on among the environment variables.</summary>
internal static class ListSetting
{
    /// <param name="most">How many there may be.</param>
    /// <param name="what">What they are, for messages.</param>
    /// <exception cref="InvalidDataException">It is no list, or too long: with what to do.</exception>
    public static IReadOnlyList<string> Read(IConfiguration configuration, string setting, int most, string what)
    {
        var section = configuration.GetSection(setting);
        if (section.Value is { Length: > 0 })
        {
            throw new InvalidDataException($"{setting} must be a list: set {setting}:0, {setting}:1 and so on.");
        }

        string[] all = [.. section.GetChildren().Select(child => child.Value ?? "")];
        return all.Length <= most
            ? all
            : throw new InvalidDataException($"{setting} has more than {most} {what}. Remove some.");
    }
}
