using System.Text.Json;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>The mapping, or what is wrong with its file: a sentence a fault, each with the place.</summary>
public sealed record MappingReading(PublicationMapping? Mapping, IReadOnlyList<string> Faults);

/// <summary>Reads an indicator mapping file. Reports every fault that it finds, not the first only.</summary>
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
            var mapping = Read(new MappingNode(document.RootElement, "the mapping", faults), faults);
            return faults.Any ? new MappingReading(null, faults.All) : new MappingReading(mapping, []);
        }
        catch (JsonException fault)
        {
            return Faulty(
                $"The mapping file is not JSON: check line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}."
            );
        }
    }

    private static MappingReading Faulty(string fault) => new(null, [fault]);

    private static PublicationMapping? Read(MappingNode root, MappingFaults faults)
    {
        root.AllowOnly("publication", "title", "source", "recognisedBy", "referenceDay", "workingDays", "indicators");
        var slug = root.Text("publication");
        if (!PublicationId.TryParse(slug, out var publication))
        {
            faults.Add(root.Place("publication"), "must be a short name of lower-case letters, digits and hyphens");
        }
        var source = root.Text("source");
        var workingDays = root.Has("workingDays") ? WorkingDaysOf(root.Child("workingDays")) : null;
        var indicators = root.Children("indicators", Limits.IndicatorsPerMapping)
            .Select(node => IndicatorReader.Read(node, slug, source, workingDays))
            .ToArray();
        foreach (var repeated in indicators.GroupBy(indicator => indicator.Code).Where(group => group.Skip(1).Any()))
        {
            faults.Add(root.Place("indicators"), $"must have the code \"{repeated.Key}\" once only");
        }
        return publication is null
            ? null
            : new PublicationMapping(
                publication,
                root.Text("title"),
                source,
                root.Texts("recognisedBy"),
                DayOf(root.Child("referenceDay"), faults),
                indicators
            );
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
