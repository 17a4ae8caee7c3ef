using System.Text;
using System.Text.Json.Nodes;
using RegionalNetwork.Domain.Benchmarking;

namespace RegionalNetwork.Domain.Tests.Benchmarking;

/// <summary>An entry of the catalogue is whole, or it is refused.</summary>
public sealed class CatalogueEntryPartsTests
{
    private const string Valid = """
        {
          "collection": "made-up",
          "title": "Made up",
          "source": "The network's own wording",
          "sourceLink": "https://www.gov.uk/made-up",
          "frequency": "annual",
          "sensitivity": "sensitive",
          "methodVersion": "1",
          "seriesBreaks": [],
          "scope": "both",
          "columns": { "yes": "Answers of yes.", "answers": "All answers.", "word": "The judgement." },
          "indicators": [
            {
              "code": "UP-01",
              "label": "Yes for yes",
              "definition": "Minority ethnic staff who say yes, against white staff.",
              "unit": "ratio",
              "decimalPlaces": 2,
              "polarity": "parity",
              "formula": "relative likelihood",
              "numerator": "yes",
              "denominator": "answers",
              "groups": { "dimension": "ethnic_group", "group": "Minority ethnic", "reference": "White" }
            },
            {
              "code": "UP-02",
              "label": "Judgement",
              "definition": "The judgement in force.",
              "unit": "judgement",
              "decimalPlaces": 0,
              "polarity": "higher-is-better",
              "formula": "ordinal",
              "numerator": "word",
              "scale": ["inadequate", "good"],
              "sensitivity": "public"
            }
          ]
        }
        """;

    public static TheoryData<string> PartsOfEveryEntry =>
        [
            "code",
            "label",
            "definition",
            "unit",
            "decimalPlaces",
            "polarity",
            "formula",
            "numerator",
            "denominator",
            "groups",
            "collection",
            "title",
            "source",
            "sourceLink",
            "frequency",
            "sensitivity",
            "methodVersion",
            "seriesBreaks",
            "scope",
            "columns",
        ];

    [Theory]
    [MemberData(nameof(PartsOfEveryEntry))]
    public void Entry_that_lacks_a_part_here_and_at_the_top_of_its_file_is_refused(string part)
    {
        var file = JsonNode.Parse(Valid)!.AsObject();
        var removed = file["indicators"]![0]!.AsObject().Remove(part) | file.Remove(part);

        var reading = Parse(file);

        Assert.True(removed, $"Nothing has {part}: this test would test nothing.");
        Assert.Null(reading.Collection);
        Assert.Contains(reading.Faults, fault => fault.Contains($"\"{part}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Judgement_without_the_words_of_its_scale_is_refused()
    {
        var file = JsonNode.Parse(Valid)!.AsObject();
        file["indicators"]![1]!.AsObject().Remove("scale");

        Assert.Equal("\"scale\" of UP-02 is missing.", Assert.Single(Parse(file).Faults));
    }

    [Fact]
    public void Column_that_is_not_described_is_a_fault_of_the_entry_that_counts_it()
    {
        var file = JsonNode.Parse(Valid)!.AsObject();
        file["columns"]!.AsObject().Remove("yes");

        Assert.Equal(
            "\"numerator\" of UP-01 needs a description of \"yes\" in \"columns\".",
            Assert.Single(Parse(file).Faults)
        );
    }

    [Fact]
    public void Word_of_an_entry_goes_before_that_of_its_file()
    {
        var indicators = Parse(JsonNode.Parse(Valid)!.AsObject()).Collection!.Indicators;

        Assert.Equal(
            [Sensitivity.Sensitive, Sensitivity.Public],
            indicators.Select(definition => definition.Entry!.Sensitivity)
        );
        Assert.Equal(["inadequate", "good"], indicators[1].Entry!.Scale);
        Assert.Equal(new GroupComparison("ethnic_group", "Minority ethnic", "White"), indicators[0].Groups);
        Assert.Equal(["All answers.", null], indicators.Select(definition => definition.Entry!.DenominatorDescription));
    }

    [Fact]
    public void Fault_at_the_top_of_a_file_is_told_once_for_all_entries()
    {
        var file = JsonNode.Parse(Valid)!.AsObject();
        file["scope"] = "everybody";

        Assert.Single(Parse(file).Faults);
    }

    [Theory]
    [InlineData(Limits.WordsPerScale, 0)]
    [InlineData(Limits.WordsPerScale + 1, 1)]
    public void Scale_has_a_limit(int words, int faults)
    {
        var file = JsonNode.Parse(Valid)!.AsObject();
        file["indicators"]![1]!["scale"] = new JsonArray([
            .. Enumerable.Range(1, words).Select(number => (JsonNode)$"word {number}"),
        ]);

        Assert.Equal(faults, Parse(file).Faults.Count);
    }

    [Theory]
    [InlineData(Limits.SeriesBreaksPerIndicator, 0)]
    [InlineData(Limits.SeriesBreaksPerIndicator + 1, 1)]
    public void Series_breaks_have_a_limit(int breaks, int faults)
    {
        var file = JsonNode.Parse(Valid)!.AsObject();
        file["seriesBreaks"] = new JsonArray([
            .. Enumerable.Range(1, breaks).Select(day => BreakOn($"2026-01-{day:D2}")),
        ]);

        Assert.Equal(faults, Parse(file).Faults.Count);
    }

    private static JsonObject BreakOn(string day) => new() { ["from"] = day, ["sentence"] = "Counted anew." };

    private static MappingReading Parse(JsonObject file) =>
        MappingParser.Parse(Encoding.UTF8.GetBytes(file.ToJsonString()));
}
