using System.Globalization;

namespace RegionalNetwork.Domain.Councils.Register;

/// <summary>
/// Reads the register's tables, which are part of this assembly: reading them is the domain's only input, it happens once, and
/// a fault in them is a bug, so it throws.
/// </summary>
internal static class RegisterTable
{
    private const char Separator = '|';

    /// <summary>The rows below the heading, as fields. Comments start with <c>#</c>.</summary>
    public static IReadOnlyList<string[]> Read(string table)
    {
        using var stream =
            typeof(RegisterTable).Assembly.GetManifestResourceStream($"register/{table}")
            ?? throw new InvalidDataException($"The assembly has no table register/{table}.");
        using var reader = new StreamReader(stream);
        return Parse(table, reader.ReadToEnd());
    }

    public static IReadOnlyList<string[]> Parse(string table, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').ToArray();
        var columns = lines[0].Split(Separator).Length;
        var rows = lines.Skip(1).Select(line => line.Split(Separator)).ToArray();
        var ragged = Array.FindIndex(rows, row => row.Length != columns);
        return ragged < 0
            ? rows
            : throw new InvalidDataException(
                $"register/{table}: '{lines[ragged + 1]}' does not have {columns} fields."
            );
    }

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
