using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Tests.Benchmarking;

/// <summary>What the catalogue promises as a whole, over all its files.</summary>
public sealed class CatalogueFilesTests
{
    private const int EntriesMin = 200;

    private static readonly IndicatorDefinition[] Entries =
    [
        .. CatalogueFiles.Catalogue.Collections.SelectMany(collection => collection.Indicators),
    ];

    public static TheoryData<string> Files => [.. CatalogueFiles.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_is_without_fault_and_named_after_its_collection(string file)
    {
        var reading = CatalogueFiles.Read(file);

        Assert.Empty(reading.Faults);
        Assert.Equal(file, reading.Collection!.Slug);
    }

    [Fact]
    public void Catalogue_is_broad_and_a_code_stands_once()
    {
        Assert.True(Entries.Length >= EntriesMin, $"There are {Entries.Length} entries.");
        Assert.Equal(Entries.Length, Entries.Select(entry => entry.Code).Distinct().Count());
        Assert.Equal(Entries.Length, Entries.Select(entry => (entry.Label, entry.Entry!.Scope)).Distinct().Count());
    }

    [Fact]
    public void Councils_own_series_stands_apart_from_the_published_one_and_means_the_same()
    {
        var own = Entries.Where(entry => entry.Code.EndsWith("-L", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(own);
        Assert.All(
            own,
            entry =>
            {
                var published = CatalogueFiles.Catalogue.FindByCode(entry.Code[..^2])!;
                Assert.Equal("workforce", entry.Collection);
                Assert.Contains(published.Collection, (string[])["csww", "csww-role-by-ethnicity"]);
                Assert.Equal(
                    (published.Unit, published.Polarity, published.Formula, published.DecimalPlaces),
                    (entry.Unit, entry.Polarity, entry.Formula, entry.DecimalPlaces)
                );
                Assert.Contains(
                    "council's own return, as at its date",
                    entry.Definition,
                    StringComparison.OrdinalIgnoreCase
                );
            }
        );
    }

    [Fact]
    public void Race_equality_metrics_have_one_direction()
    {
        var metrics = Entries.Where(entry => entry.Collection == "sc-wres").ToArray();

        Assert.All(
            metrics,
            metric =>
                Assert.Equal(
                    (FormulaKind.RelativeLikelihood, Polarity.Parity, new("ethnic_group", "Minority ethnic", "White")),
                    (metric.Formula, metric.Polarity, metric.Groups!)
                )
        );
        Assert.Equal(
            ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
            metrics.Select(metric => metric.Code.Split('-')[1].TrimEnd('A', 'B')).Distinct()
        );
        Assert.Equal(
            ["WRES-3", "WRES-4"],
            metrics.Where(metric => metric.Sensitivity == Sensitivity.NeverLocal).Select(metric => metric.Code)
        );
    }

    [Fact]
    public void Eight_employer_standards_have_their_exact_names()
    {
        string[] names =
        [
            "Strong and clear social work framework",
            "Effective workforce planning systems",
            "Safe workloads and case allocation",
            "Wellbeing",
            "Supervision",
            "Continuing professional development",
            "Professional registration",
            "Strategic partnerships",
        ];
        var standards = Enumerable.Range(1, 8).Select(number => CatalogueFiles.Catalogue.FindByCode($"HC-0{number}")!);

        Assert.Equal(names, standards.Select(standard => standard.Label));
        Assert.All(standards, standard => Assert.Equal(FormulaKind.Mean, standard.Formula));
    }

    [Fact]
    public void Judgement_has_the_words_of_its_inspectorate_worst_first()
    {
        var ofsted = CatalogueFiles.Catalogue.FindByCode("INS-01")!.Entry!;
        var statement = CatalogueFiles.Catalogue.FindByCode("INS-07")!.Entry!;

        Assert.Equal(["inadequate", "requires improvement to be good", "good", "outstanding"], ofsted.Scale);
        Assert.Equal(
            ["significant shortfalls", "some shortfalls", "good standard", "exceptional standard"],
            statement.Scale
        );
        Assert.Equal((ServiceScope.Childrens, ServiceScope.Adults), (ofsted.Scope, statement.Scope));
    }
}
