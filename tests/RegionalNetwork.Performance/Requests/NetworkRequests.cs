using System.Text.Json;
using RegionalNetwork.GraphQL.Execution;

namespace RegionalNetwork.Performance.Requests;

/// <summary>The requests that a council's users send most.</summary>
public enum NetworkRequestName
{
    CouncilProfile,
    RegionalBenchmark,
    NationalRollups,
    WorkstreamsByTheme,
    CouncilsSharingTheme,
    CouncilComparison,
    CouncilComparisonWithTrends,
}

internal static class NetworkRequests
{
    private const string CouncilProfile = """
        query CouncilProfile($code: String!, $year: String) {
          council(code: $code) {
            id code name type
            region { code name }
            networks { code name }
            principalSocialWorkers { title form reportsTo from }
            priorities(year: $year) { id rank title status theme { code title } furtherThemes { code } }
            workstreams { code title status theme { code title } leadCouncil { code name } }
          }
        }
        """;

    private const string RegionalBenchmark = """
        query RegionalBenchmark($indicator: String!, $period: String, $region: String) {
          benchmark(indicator: $indicator, period: $period, region: $region) {
            indicator { code name unit polarity }
            period { code identifier }
            rows { code name figure { value status numerator { value } denominator { value } } }
            region { ...rollup }
            england { ...rollup }
          }
        }
        fragment rollup on Rollup {
          area { code name } value numerator denominator
          coverage { contributors expected isComplete shareOfDenominator }
        }
        """;

    private const string NationalRollups = """
        query NationalRollups($indicator: String!) {
          rollups(indicator: $indicator) {
            area { code name }
            points { period { code } value numerator denominator coverage { contributors expected } }
          }
        }
        """;

    private const string WorkstreamsByTheme = """
        query WorkstreamsByTheme($theme: String, $first: Int!) {
          workstreams(theme: $theme, first: $first) {
            totalCount
            pageInfo { hasNextPage endCursor }
            edges {
              cursor
              node {
                id title status aims
                theme { code title }
                leadCouncil { code name }
                participants { role from council { code name } principalSocialWorkers { title form } }
              }
            }
          }
        }
        """;

    private const string CouncilsSharingTheme = """
        query CouncilsSharingTheme($theme: String!, $year: String!) {
          theme(code: $theme) {
            code title
            councils(year: $year) { council { code name region { name } } priorities { id rank title status } }
          }
        }
        """;

    /// <summary>My council v network, over a basket, against five comparators.</summary>
    private const string CouncilComparison = """
        query CouncilComparison($code: String!, $indicators: [String!]!, $trends: Boolean!) {
          council(code: $code) {
            comparison(indicators: $indicators, comparators: [REGION, NETWORK, NEIGHBOURS, ENGLAND, COUNCIL_TYPE]) {
              code
              figure { value status }
              interval { percent95 { lower upper } }
              comparators { kind name value median mean n of judgement { result } }
              positions { within { name } rank of quintile quartileBand }
              trend @include(if: $trends) { marker slope chiSquared }
            }
          }
        }
        """;

    private const string Basket =
        """["CSW-01","CSW-02","CSW-03","CSW-04","CSW-05","CSW-06","CSW-07","CSW-08","CSW-09","CSW-10-FTE","CSW-11-FTE","CSW-12-FTE"]""";

    public static GraphQLRequest Of(NetworkRequestName name) =>
        name switch
        {
            NetworkRequestName.CouncilProfile => Request(CouncilProfile, """{"code":"E08000031","year":"2024-25"}"""),
            NetworkRequestName.RegionalBenchmark => Request(
                RegionalBenchmark,
                """{"indicator":"CSW-01","period":"2023","region":"E12000005"}"""
            ),
            NetworkRequestName.NationalRollups => Request(NationalRollups, """{"indicator":"CSW-01"}"""),
            NetworkRequestName.WorkstreamsByTheme => Request(WorkstreamsByTheme, """{"theme":"T01","first":20}"""),
            NetworkRequestName.CouncilsSharingTheme => Request(
                CouncilsSharingTheme,
                """{"theme":"T01","year":"2024-25"}"""
            ),
            NetworkRequestName.CouncilComparison => Comparison(withTrends: "false"),
            NetworkRequestName.CouncilComparisonWithTrends => Comparison(withTrends: "true"),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };

    /// <summary>The body of a POST.</summary>
    public static byte[] BodyOf(NetworkRequestName name)
    {
        var request = Of(name);
        return JsonSerializer.SerializeToUtf8Bytes(new { query = request.Query, variables = request.Variables });
    }

    private static GraphQLRequest Comparison(string withTrends) =>
        Request(CouncilComparison, $$"""{"code":"E08000031","indicators":{{Basket}},"trends":{{withTrends}}}""");

    private static GraphQLRequest Request(string query, string variables)
    {
        using var document = JsonDocument.Parse(variables);
        return new GraphQLRequest(query, null, document.RootElement.Clone());
    }
}
