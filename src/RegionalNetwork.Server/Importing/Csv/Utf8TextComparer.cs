using System.Text;

namespace RegionalNetwork.Server.Importing.Csv;

/// <summary>Lets a dictionary of texts be asked with the UTF-8 bytes of a cell, without making a string first.</summary>
internal sealed class Utf8TextComparer
    : IEqualityComparer<string>,
        IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
{
    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode(string obj) => GetHashCode(Encoding.UTF8.GetBytes(obj));

    /// <summary>Seeded for each process (as <see cref="HashCode"/> is), so that no file can aim at collisions.</summary>
    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = new HashCode();
        hash.AddBytes(alternate);
        return hash.ToHashCode();
    }

    public bool Equals(ReadOnlySpan<byte> alternate, string other) =>
        Ascii.Equals(alternate, other)
        || (
            !Ascii.IsValid(alternate)
            && Encoding.UTF8.GetCharCount(alternate) == other.Length
            && other == Encoding.UTF8.GetString(alternate)
        );

    public string Create(ReadOnlySpan<byte> alternate) => Encoding.UTF8.GetString(alternate);
}
