using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Server.Publications;

/// <summary>A vintage as the schema shows it.</summary>
internal sealed record VintageView(Vintage Vintage, bool IsCurrent)
{
    public int Number => Vintage.Number;

    public string FileName => Vintage.FileName;

    public string ContentHash => Vintage.ContentHash;

    public DateTimeOffset ImportedAt => Vintage.ImportedAt;

    public IReadOnlyList<Period> Periods => Vintage.Periods;

    public IReadOnlyList<Dimension> Dimensions => Vintage.Dimensions;

    public int RowCount => Vintage.Rows.Count;

    public IReadOnlyList<string> Warnings => Vintage.Warnings;

    /// <summary>Latest first.</summary>
    public static VintageView[] Of(Publication publication) =>
        [.. publication.Vintages.Reverse().Select(vintage => new VintageView(vintage, vintage == publication.Current))];
}
