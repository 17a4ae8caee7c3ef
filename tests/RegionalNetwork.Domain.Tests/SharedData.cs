namespace RegionalNetwork.Domain.Tests;

/// <summary>
/// The folder of real public files beside the repository, when there is one. It is not part of the repository, so a test that
/// needs it is skipped, with a reason, where it is absent.
/// </summary>
internal static class SharedData
{
    public static string PathOf(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip($"shared/data/{file} is not beside the repository: the register was not compared with it.");
        return "";
    }

    /// <summary>Rows of a CSV file by heading. Knows quoted fields, but no line breaks inside them.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> ReadCsv(string file)
    {
        var lines = File.ReadAllLines(PathOf(file));
        var headings = Fields(lines[0]);
        return
        [
            .. lines
                .Skip(1)
                .Where(line => line.Length > 0)
                .Select(line => headings.Zip(Fields(line)).ToDictionary(pair => pair.First, pair => pair.Second)),
        ];
    }

    private static List<string> Fields(string line)
    {
        // Splitting at quotes leaves text outside quotes at even places, inside at odd ones.
        var parts = line.Split('"');
        var marked = string.Concat(parts.Select((part, index) => index % 2 == 0 ? part.Replace(',', '\t') : part));
        return [.. marked.Split('\t')];
    }
}
