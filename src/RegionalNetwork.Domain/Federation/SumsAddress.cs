using RegionalNetwork.Domain.Councils;

namespace RegionalNetwork.Domain.Federation;

/// <summary>Which sums a message is about. Its text is told from a return's key by its first word.</summary>
/// <param name="Region">Nine-character code.</param>
public sealed record SumsAddress(string Collection, string Period, string Region)
{
    private const char Separator = '.';
    private const string Prefix = "sums";

    /// <returns>Null where the text is none.</returns>
    public static SumsAddress? Find(string text) =>
        text.Split(Separator, 5) is [Prefix, var collection, var period, var region]
        && CouncilRegister.England.FindRegion(region) is { IsPartOfRegion: false }
            ? new SumsAddress(collection, period, region)
            : null;

    public override string ToString() => $"{Prefix}{Separator}{Collection}{Separator}{Period}{Separator}{Region}";
}
