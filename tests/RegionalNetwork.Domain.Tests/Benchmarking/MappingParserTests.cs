using System.Text;
using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Tests.Benchmarking;

public sealed class MappingParserTests
{
    private const string Valid = """
        {
          "publication": "agency",
          "title": "Agency workers",
          "source": "A made-up source",
          "sourceLink": "https://www.gov.uk/agency",
          "frequency": "quarterly",
          "sensitivity": "standard",
          "methodVersion": "2",
          "seriesBreaks": [{ "from": "2025-10-01", "sentence": "Counted anew." }],
          "scope": "children's",
          "columns": { "agency_fte": "Agency workers, full-time equivalent.", "inpost_fte": "Employed workers." },
          "recognisedBy": ["agency_fte"],
          "referenceDay": { "month": 3, "day": 31 },
          "indicators": [
            {
              "code": "AGY-01",
              "label": "Agency rate",
              "definition": "Agency workers of all.",
              "unit": "%",
              "decimalPlaces": 1,
              "polarity": "lower-is-better",
              "formula": "N/(N+D)",
              "numerator": "agency_fte",
              "denominator": "inpost_fte"
            }
          ]
        }
        """;

    [Fact]
    public void Mapping_of_the_workforce_census_defines_nine_rates_and_six_counts_of_its_main_file()
    {
        var indicators = Csww.Mapping.Indicators.Where(definition => definition.Published is not null).ToArray();

        Assert.Equal(15, indicators.Length);
        Assert.Equal(9, indicators.Count(definition => definition.IsRate));
        Assert.Equal(6, indicators.Count(definition => definition.Formula == FormulaKind.Count));
        Assert.Equal(("csww", new DayOfYear(9, 30)), (Csww.Mapping.Publication.Slug, Csww.Mapping.ReferenceDay));
    }

    [Fact]
    public void Valid_mapping_is_read_whole()
    {
        var read = Assert.Single(Parse(Valid).Mapping!.Indicators);
        var entry = read.Entry!;

        Assert.Equal(
            new IndicatorDefinition(
                "AGY-01",
                "agency",
                "Agency rate",
                "Agency workers of all.",
                "%",
                1,
                Polarity.LowerIsBetter,
                FormulaKind.ShareOfBoth,
                "agency_fte",
                "inpost_fte",
                null,
                null,
                "A made-up source"
            ),
            read with
            {
                Entry = null,
            }
        );
        Assert.Equal(
            new DefinitionBreak(new DateOnly(2025, 10, 1), "Counted anew."),
            Assert.Single(entry.SeriesBreaks)
        );
        Assert.Equal(
            new CatalogueEntry(
                "Agency workers, full-time equivalent.",
                "Employed workers.",
                CollectionFrequency.Quarterly,
                Sensitivity.Standard,
                "2",
                entry.SeriesBreaks,
                new Uri("https://www.gov.uk/agency"),
                ServiceScope.Childrens,
                Scale: null
            ),
            entry
        );
    }

    [Theory]
    [InlineData("\"agency\"", "\"Agency Rates\"", "\"publication\" of the mapping must be a short name")]
    [InlineData("\"title\"", "\"titel\"", "\"titel\" of the mapping is not known")]
    [InlineData("\"title\"", "\"titel\"", "\"title\" of the mapping is missing")]
    [InlineData("N/(N+D)", "D/N", "\"formula\" of AGY-01 must be one of N, N/D, N/(N+D), N/(D×working days)")]
    [InlineData("N/(N+D)", "N/(D×working days)", "\"formula\" of AGY-01 needs \"workingDays\"")]
    [InlineData("N/(N+D)", "N", "\"denominator\" of AGY-01 must be left out")]
    [InlineData(
        "lower-is-better",
        "down",
        "\"polarity\" of AGY-01 must be one of neutral, higher-is-better, lower-is-better"
    )]
    [InlineData("\"decimalPlaces\": 1", "\"decimalPlaces\": \"1\"", "\"decimalPlaces\" of AGY-01 must be a number")]
    [InlineData(
        "\"decimalPlaces\": 1",
        "\"decimalPlaces\": 11",
        "\"decimalPlaces\" of AGY-01 must be a whole number from 0 to 10"
    )]
    [InlineData(
        "\"month\": 3, \"day\": 31",
        "\"month\": 2, \"day\": 29",
        "must be a day that this month has in every year"
    )]
    [InlineData("[\"agency_fte\"]", "[]", "\"recognisedBy\" of the mapping must have at least one entry")]
    [InlineData("[\"agency_fte\"]", "[1]", "\"recognisedBy\" of the mapping must be a list of column names")]
    [InlineData("\"Agency rate\"", "\" \"", "\"label\" of AGY-01 must have between 1 and")]
    [InlineData("https:", "http:", "\"sourceLink\" of the mapping must be an address that starts with https://")]
    [InlineData(
        "2025-10-01",
        "1 October 2025",
        "\"from\" of entry 1 of \"seriesBreaks\" must be a date such as 2026-09-30"
    )]
    [InlineData("\"standard\"", "\"secret\"", "must be one of public, standard, sensitive, never-local")]
    [InlineData(
        "\"quarterly\"",
        "\"weekly\"",
        "\"frequency\" of the mapping must be one of annual, quarterly, monthly"
    )]
    [InlineData("N/(N+D)", "ordinal", "\"denominator\" of AGY-01 must be left out where the formula is ordinal")]
    [InlineData("N/(N+D)", "relative likelihood", "\"groups\" of AGY-01 is missing")]
    [InlineData("\"label\"", "\"groups\": {}, \"label\"", "where the formula is not relative likelihood")]
    [InlineData("\"label\"", "\"scale\": [\"good\"], \"label\"", "where the formula is not ordinal")]
    [InlineData("\"inpost_fte\":", "\"in_post\":", "\"denominator\" of AGY-01 needs a description of \"inpost_fte\"")]
    [InlineData("\"code\": \"AGY-01\",", "", "\"code\" of entry 1 of \"indicators\" is missing")]
    public void Fault_names_its_place_and_what_to_do(string part, string replacement, string fault)
    {
        var reading = Parse(Valid.Replace(part, replacement, StringComparison.Ordinal));

        Assert.Null(reading.Mapping);
        Assert.Contains(reading.Faults, found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_are_reported_at_once()
    {
        var faulty = Valid
            .Replace("\"title\"", "\"titel\"", StringComparison.Ordinal)
            .Replace("N/(N+D)", "?", StringComparison.Ordinal);

        Assert.Equal(3, Parse(faulty).Faults.Count);
    }

    [Fact]
    public void Code_may_stand_once_only()
    {
        var (first, last) = (
            Valid.IndexOf('[', Valid.IndexOf("indicators", StringComparison.Ordinal)),
            Valid.LastIndexOf(']')
        );
        var twice = $"{Valid[..last]},{Valid[(first + 1)..]}";

        Assert.Contains(Parse(twice).Faults, fault => fault.Contains("\"AGY-01\" once only", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ \"publication\": \"a\" \"title\": 1 }")]
    public void What_is_not_json_is_a_fault_with_its_line(string text) =>
        Assert.Contains("not JSON: check line 1", Assert.Single(Parse(text).Faults), StringComparison.Ordinal);

    [Theory]
    [InlineData("[]")]
    [InlineData("\"csww\"")]
    [InlineData("null")]
    public void What_is_no_object_is_a_fault(string text) =>
        Assert.Contains("the mapping must be an object.", Parse(text).Faults);

    [Fact]
    public void File_has_a_limit()
    {
        var padded = Valid.PadRight(Limits.MappingBytes);

        Assert.Empty(Parse(padded).Faults);
        Assert.Contains("larger than", Assert.Single(Parse(padded + " ").Faults), StringComparison.Ordinal);
    }

    private static MappingReading Parse(string text) => MappingParser.Parse(Encoding.UTF8.GetBytes(text));
}
