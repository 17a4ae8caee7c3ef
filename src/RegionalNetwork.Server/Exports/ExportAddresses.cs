using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.GraphQL.Binding;

namespace RegionalNetwork.Server.Exports;

/// <summary>Where a table can be fetched, as addresses on this server.</summary>
/// <param name="Data">The figures, as CSV.</param>
/// <param name="Metadata">What its columns are, as CSV.</param>
internal sealed record TableFile(string Data, string Metadata);

/// <summary>The addresses of tables. They hold codes alone, so they never change.</summary>
internal static class ExportAddresses
{
    public const string Root = "/exports";
    public const string DataEnding = ".csv";
    public const string MetadataEnding = ".meta.csv";

    /// <summary>Answers <c>schema/exports.graphql</c>.</summary>
    public static ResolverMap AddExports(this ResolverMap map) => map.Object<TableFile>("TableFile");

    public static TableFile OfIndicator(string code) => At($"indicators/{Uri.EscapeDataString(code)}", "");

    public static TableFile OfVintage(Vintage vintage) => At($"publications/{vintage.Publication}/{vintage.Number}", "");

    public static TableFile OfCollection(string slug) => At($"collections/{slug}", "");

    public static TableFile OfComparison(Council council, IReadOnlyList<string> indicators, string? period)
    {
        var codes = string.Join(',', indicators.Select(Uri.EscapeDataString));
        var when = period is null ? "" : $"&period={Uri.EscapeDataString(period)}";
        return At($"councils/{council.Code}/comparison", $"?indicators={codes}{when}");
    }

    /// <summary>A name that the standard takes: lower-case letters, digits, hyphens and underscores.</summary>
    public static string FileName(string code) =>
        string.Concat(
            code.ToLowerInvariant()
                .Select(character => char.IsAsciiLetterOrDigit(character) || character == '_' ? character : '-')
        );

    private static TableFile At(string path, string query) =>
        new($"{Root}/{path}{DataEnding}{query}", $"{Root}/{path}{MetadataEnding}{query}");
}
