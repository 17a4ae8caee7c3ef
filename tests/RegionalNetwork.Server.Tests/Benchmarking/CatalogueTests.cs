using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Benchmarking;

/// <summary>What the catalogue says through the API, on a server without the census.</summary>
public sealed class CatalogueTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Entry_without_figures_tells_all_that_is_needed_to_count_it()
    {
        Assert.Equal(
            """{"catalogueEntry":{"code":"WRES-2","name":"Appointed from shortlisting","unit":"ratio","decimalPlaces":2,"polarity":"PARITY","formula":{"kind":"RELATIVE_LIKELIHOOD","numerator":"appointed","numeratorDescription":"Of those shortlisted, applicants appointed.","denominator":"shortlisted","denominatorDescription":"Applicants shortlisted for a post in the twelve months before.","where":[],"denominatorWhere":null,"groups":{"dimension":"ethnic_group","group":"Minority ethnic","reference":"White"}},"scale":null,"collection":"sc-wres","collectionTitle":"Social Care Workforce Race Equality Standard","frequency":"ANNUAL","sensitivity":"SENSITIVE","scope":"BOTH","methodVersion":"2023","seriesBreaks":[],"indicator":null}}""",
            await server.Client.ReadAsync(
                """
                {
                  catalogueEntry(code: "wres-2") {
                    code name unit decimalPlaces polarity
                    formula {
                      kind numerator numeratorDescription denominator denominatorDescription
                      where { dimension item } denominatorWhere { dimension item } groups { dimension group reference }
                    }
                    scale collection collectionTitle frequency sensitivity scope methodVersion
                    seriesBreaks { from sentence } indicator { code }
                  }
                }
                """
            )
        );
    }

    [Fact]
    public async Task Slice_of_a_share_and_scale_of_a_judgement_are_told()
    {
        Assert.Equal(
            """{"share":{"formula":{"where":[{"dimension":"ethnicity_major","item":"White"}],"denominatorWhere":[]}},"judgement":{"formula":{"kind":"ORDINAL","denominator":null},"scale":["inadequate","requires improvement to be good","good","outstanding"]},"closed":{"seriesBreaks":[{"from":"2022-02-01"}]},"none":null}""",
            await server.Client.ReadAsync(
                """
                {
                  share: catalogueEntry(code: "CSW-13-WHITE-L") {
                    formula { where { dimension item } denominatorWhere { dimension item } }
                  }
                  judgement: catalogueEntry(code: "INS-01") { formula { kind denominator } scale }
                  closed: catalogueEntry(code: "LD-04") { seriesBreaks { from } }
                  none: catalogueEntry(code: "CSW-99") { code }
                }
                """
            )
        );
    }

    [Fact]
    public async Task Catalogue_lists_every_collection_or_one()
    {
        var answer = await server.Client.QueryAsync(
            """
            {
              all: indicatorCatalogue { code collection definition source sourceLink }
              agency: indicatorCatalogue(collection: "agency") { collection }
              unknown: indicatorCatalogue(collection: "nothing") { code }
            }
            """
        );

        var all = answer.Data.Texts("all", "collection");
        Assert.Contains("csww", all);
        Assert.Equal(13, all.Distinct().Count());
        Assert.All(
            answer.Data.Texts("all", "sourceLink"),
            link => Assert.StartsWith("https://", link, StringComparison.Ordinal)
        );
        Assert.Equal(["agency"], answer.Data.Texts("agency", "collection").Distinct());
        Assert.Empty(answer.Data.Texts("unknown", "code"));
    }
}
