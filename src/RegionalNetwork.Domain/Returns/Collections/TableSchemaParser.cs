using System.Text.Json;
using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Returns.Collections;

/// <summary>The collection, or what is wrong with its table schema: a sentence a fault, each with the place.</summary>
public sealed record TableSchemaReading(ReturnCollection? Collection, IReadOnlyList<string> Faults);

/// <summary>
/// Reads a table schema (Frictionless Data) of councils' returns: the key columns, the breakdowns with the items that they may have,
/// then the fields. What the standard has no word for stands in <c>regionalNetwork</c>. Reports every fault that it finds.
/// </summary>
public static class TableSchemaParser
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8 };

    private static readonly Dictionary<string, CollectionFrequency> Frequencies = new()
    {
        ["annual"] = CollectionFrequency.Annual,
        ["quarterly"] = CollectionFrequency.Quarterly,
        ["monthly"] = CollectionFrequency.Monthly,
    };

    private static readonly Dictionary<string, ServiceScope> Scopes = new()
    {
        ["children"] = ServiceScope.Childrens,
        ["adults"] = ServiceScope.Adults,
        ["both"] = ServiceScope.Both,
    };

    public static TableSchemaReading Parse(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > Limits.TableSchemaBytes)
        {
            return Faulty($"The table schema is larger than {Limits.TableSchemaBytes} bytes: split the collection.");
        }

        try
        {
            using var document = JsonDocument.Parse(utf8, Options);
            var faults = new MappingFaults();
            var collection = Read(new MappingNode(document.RootElement, "the table schema", faults), faults);
            return faults.Any ? new TableSchemaReading(null, faults.All) : new TableSchemaReading(collection, []);
        }
        catch (JsonException fault)
        {
            return Faulty(
                $"The table schema is not JSON: check line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}."
            );
        }
    }

    private static TableSchemaReading Faulty(string fault) => new(null, [fault]);

    private static ReturnCollection Read(MappingNode root, MappingFaults faults)
    {
        root.AllowOnly("$schema", "title", "description", "fields", "primaryKey", "missingValues", "regionalNetwork");
        var own = root.Child("regionalNetwork");
        own.AllowOnly(
            "collection",
            "version",
            "title",
            "frequency",
            "timeIdentifiers",
            "scope",
            "referenceDay",
            "totals",
            "rules",
            "definitionChanges"
        );
        var columns = new SchemaColumns(root.Children("fields", Limits.ColumnsPerReturn));
        columns.Check(root);
        var code = own.Text("collection");
        if (!IsCode(code))
        {
            own.Fault("collection", "must be a short name of lower-case letters, digits and hyphens");
        }

        var rules = new SchemaRules(own, columns);
        var frequency = own.OneOf("frequency", Frequencies) ?? CollectionFrequency.Annual;
        return new ReturnCollection(
            code,
            own.Text("version"),
            own.Text("title"),
            frequency,
            TimeIdentifiersOf(own, frequency),
            own.OneOf("scope", Scopes) ?? ServiceScope.Both,
            own.Has("referenceDay") ? DayOf(own.Child("referenceDay"), faults) : null,
            columns.Breakdowns,
            columns.Fields,
            rules.Rules(),
            rules.Totals(),
            rules.DefinitionChanges()
        );
    }

    private static bool IsCode(string code) =>
        code.Length is > 0 and <= Limits.CollectionCodeCharacters
        && code.All(character =>
            char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-'
        );

    private static IReadOnlyList<string> TimeIdentifiersOf(MappingNode own, CollectionFrequency frequency)
    {
        var identifiers = own.Texts("timeIdentifiers");
        var months = frequency switch
        {
            CollectionFrequency.Annual => Limits.MonthsPerYear,
            CollectionFrequency.Quarterly => TimeUnit.MonthsPerQuarter,
            _ => 1,
        };
        TimeUnit?[] units = [.. identifiers.Select(TimeUnit.Find)];
        if (units.Any(unit => unit?.Months != months) || units.Distinct().Count() != units.Length)
        {
            own.Fault(
                "timeIdentifiers",
                "must have identifiers of the open data standard, of the length that the frequency says"
            );
        }
        else if (units.Select(unit => (unit!.Digits, unit.Suffix)).Distinct().Count() != units.Length)
        {
            own.Fault("timeIdentifiers", "must not mix kinds of years");
        }

        return identifiers;
    }

    private static DayOfYear DayOf(MappingNode node, MappingFaults faults)
    {
        node.AllowOnly("month", "day");
        var month = node.Number("month", 1, Limits.MonthsPerYear);
        var day = node.Number("day", 1, 31);
        // 2023 is no leap year: what exists in it exists in every year.
        if (day > DateTime.DaysInMonth(2023, month))
        {
            faults.Add(node.Place("day"), "must be a day that this month has in every year");
        }

        return new DayOfYear(month, day);
    }
}
