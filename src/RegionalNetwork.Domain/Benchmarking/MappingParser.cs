using System.Text.Json;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>The indicators, or what is wrong with their file: a sentence a fault, each with the place.</summary>
public sealed record MappingReading(IndicatorCollection? Collection, IReadOnlyList<string> Faults)
{
    /// <summary>Null also where the file is of no publication.</summary>
    public PublicationMapping? Mapping => Collection as PublicationMapping;
}

/// <summary>
/// Reads a file of the indicator catalogue. One of a <c>publication</c> also says how its files are known and which day they
/// describe; one of any other <c>collection</c> need not. Reports every fault that it finds, not the first only.
/// </summary>
public static class MappingParser
{
    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 8,
    };

    public static MappingReading Parse(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > Limits.MappingBytes)
        {
            return Faulty($"The mapping file is larger than {Limits.MappingBytes} bytes: split it by publication.");
        }
        try
        {
            using var document = JsonDocument.Parse(utf8, Options);
            var faults = new MappingFaults();
            var collection = Read(new MappingNode(document.RootElement, "the mapping", faults), faults);
            return faults.Any ? new MappingReading(null, faults.All) : new MappingReading(collection, []);
        }
        catch (JsonException fault)
        {
            return Faulty(
                $"The mapping file is not JSON: check line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}."
            );
        }
    }

    private static MappingReading Faulty(string fault) => new(null, [fault]);

    private static readonly string[] Members =
    [
        "title",
        "workingDays",
        "columns",
        "indicators",
        .. InheritedNode.Members,
    ];

    private static IndicatorCollection? Read(MappingNode root, MappingFaults faults)
    {
        var kind = root.Has("publication") ? "publication" : "collection";
        var ofPublication = kind == "publication";
        root.AllowOnly(ofPublication ? [kind, "recognisedBy", "referenceDay", .. Members] : [kind, .. Members]);
        var slug = root.Text(kind);
        if (!PublicationId.TryParse(slug, out var publication))
        {
            faults.Add(root.Place(kind), "must be a short name of lower-case letters, digits and hyphens");
        }
        var (title, source) = (root.Text("title"), root.Text("source"));
        var indicators = IndicatorsOf(root, slug, faults);
        if (!ofPublication)
        {
            return new IndicatorCollection(slug, title, source, indicators);
        }
        var recognisedBy = root.Texts("recognisedBy");
        var referenceDay = DayOf(root.Child("referenceDay"), faults);
        return publication is null
            ? null
            : new PublicationMapping(publication, title, source, recognisedBy, referenceDay, indicators);
    }

    private static IndicatorDefinition[] IndicatorsOf(MappingNode root, string slug, MappingFaults faults)
    {
        var file = new IndicatorFile(
            slug,
            root.Has("workingDays") ? WorkingDaysOf(root.Child("workingDays")) : null,
            root.TextsByName("columns").DistinctBy(column => column.Key).ToDictionary()
        );
        var indicators = root.Children("indicators", Limits.IndicatorsPerMapping)
            .Select(node => IndicatorReader.Read(new InheritedNode(node, root), file))
            .ToArray();
        foreach (var repeated in indicators.GroupBy(indicator => indicator.Code).Where(group => group.Skip(1).Any()))
        {
            faults.Add(root.Place("indicators"), $"must have the code \"{repeated.Key}\" once only");
        }
        return indicators;
    }

    private static DayOfYear DayOf(MappingNode node, MappingFaults faults)
    {
        node.AllowOnly("month", "day");
        var month = node.Number("month", 1, 12);
        var day = node.Number("day", 1, 31);
        // 2023 is no leap year: what exists in it exists in every year.
        if (month is >= 1 and <= 12 && day > DateTime.DaysInMonth(2023, month))
        {
            faults.Add(node.Place("day"), "must be a day that this month has in every year");
        }
        return new DayOfYear(month, day);
    }

    private static WorkingDays WorkingDaysOf(MappingNode node)
    {
        node.AllowOnly("usual", "leapYear", "evidence");
        return new WorkingDays(
            node.Number("usual", 1, Limits.WorkingDaysPerYear),
            node.Number("leapYear", 1, Limits.WorkingDaysPerYear)
        );
    }
}
