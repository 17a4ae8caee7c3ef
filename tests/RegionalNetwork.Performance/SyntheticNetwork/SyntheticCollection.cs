using System.Text.Json;
using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Returns;

namespace RegionalNetwork.Performance.SyntheticNetwork;

/// <summary>A made-up monthly return of 300 figures and the 300 indicators made of them, as the files that the server reads.</summary>
internal static class SyntheticCollection
{
    public const string Code = "synthetic";

    /// <summary>Rates; as many counts beside.</summary>
    public const int Rates = 150;

    private static readonly string[] Months =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    public static NetworkDefinitions Definitions()
    {
        var reading = MappingParser.Parse(JsonSerializer.SerializeToUtf8Bytes(Catalogue()));
        var indicators =
            reading.Collection
            ?? throw new InvalidOperationException(
                $"The synthetic catalogue has faults: {string.Join('\n', reading.Faults)}"
            );
        return new NetworkDefinitions(
            new IndicatorCatalogue([indicators]),
            TableSchemas.Of(Code, JsonSerializer.SerializeToUtf8Bytes(Schema()))
        );
    }

    public static string RateCode(int number) => $"SYN-RATE-{number:000}";

    /// <summary>Of the 300 figures, joined by commas.</summary>
    public static string FieldNames { get; } =
        string.Join(',', Enumerable.Range(1, Rates).SelectMany(number => new[] { $"n{number}", $"d{number}" }));

    public static string Heading => $"time_period,time_identifier,new_la_code,la_name,{FieldNames}";

    /// <param name="back">Months before the last one, October 2026.</param>
    public static (string Period, string Digits, string Identifier) Month(int back)
    {
        var month = new DateOnly(2026, 10, 1).AddMonths(-back);
        return ($"{month.Year}-{month.Month:00}", $"{month.Year}", Months[month.Month - 1]);
    }

    private static object Schema() =>
        new
        {
            title = "Synthetic",
            description = "Made up from a seed.",
            fields = Keys().Concat(Enumerable.Range(1, Rates).SelectMany(Fields)).ToArray(),
            missingValues = new[] { "z", "x", "c", "low", "k", "u" },
            primaryKey = new[] { "time_period", "time_identifier", "new_la_code" },
            regionalNetwork = new
            {
                collection = Code,
                version = "1",
                title = "Synthetic",
                frequency = "monthly",
                timeIdentifiers = Months,
                scope = "both",
                totals = Array.Empty<object>(),
                rules = Enumerable
                    .Range(1, Rates)
                    .Select(number => new
                    {
                        kind = "not-more-than",
                        field = $"n{number}",
                        than = $"d{number}",
                        message = "A part is not more than its whole.",
                    }),
                definitionChanges = Array.Empty<object>(),
            },
        };

    private static IEnumerable<object> Keys() =>
        new[] { "time_period", "time_identifier", "new_la_code", "la_name" }.Select(name =>
            (object)
                new
                {
                    name,
                    title = $"Column {name}",
                    description = $"Made up: {name}.",
                    type = "string",
                    constraints = new { required = true },
                    regionalNetwork = new { kind = "key" },
                }
        );

    private static IEnumerable<object> Fields(int number) =>
        new[] { $"n{number}", $"d{number}" }.Select(name =>
            (object)
                new
                {
                    name,
                    title = $"Column {name}",
                    description = $"Made up: {name}.",
                    type = "integer",
                    constraints = new { minimum = 0, maximum = 100_000 },
                    regionalNetwork = new { kind = "count", sensitivity = "standard" },
                }
        );

    private static object Catalogue() =>
        new
        {
            collection = Code,
            title = "Synthetic",
            source = "Made up from a seed",
            sourceLink = "https://example.org/synthetic",
            frequency = "monthly",
            sensitivity = "standard",
            methodVersion = "1",
            seriesBreaks = Array.Empty<object>(),
            scope = "both",
            columns = Enumerable
                .Range(1, Rates)
                .SelectMany(number => new[] { $"n{number}", $"d{number}" })
                .ToDictionary(name => name, name => $"Synthetic {name}."),
            indicators = Enumerable.Range(1, Rates).SelectMany(Indicators).ToArray(),
        };

    private static IEnumerable<object> Indicators(int number) =>
        [
            new
            {
                code = RateCode(number),
                label = $"Rate {number}",
                definition = "Made up.",
                unit = "%",
                decimalPlaces = 1,
                polarity = "lower-is-better",
                interval = "wilson",
                formula = "N/D",
                numerator = $"n{number}",
                denominator = $"d{number}",
            },
            new
            {
                code = $"SYN-COUNT-{number:000}",
                label = $"Count {number}",
                definition = "Made up.",
                unit = "people",
                decimalPlaces = 0,
                polarity = "neutral",
                formula = "N",
                numerator = $"d{number}",
            },
        ];
}
