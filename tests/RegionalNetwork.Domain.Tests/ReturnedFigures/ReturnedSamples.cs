using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using RegionalNetwork.Domain.Audiences;
using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.ReturnedFigures;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.Domain.Returns.Rounds;
using static RegionalNetwork.Domain.Tests.People;
using static RegionalNetwork.Domain.Tests.Returns.ReturnSamples;

namespace RegionalNetwork.Domain.Tests.ReturnedFigures;

/// <summary>Seven councils of the West Midlands in one round; all but Birmingham are members of the network, and the first four are
/// party to its agreement.</summary>
internal static class ReturnedSamples
{
    /// <summary>Leavers of a hundred in post.</summary>
    public const string Rate = "WF-1";

    /// <summary>The rate of leavers of the group Mixed over that of the group White.</summary>
    public const string TwoGroups = "WF-2";

    /// <summary>Days lost, which are shown as a sum of many councils only.</summary>
    public const string NeverLocal = "WF-3";

    public const string OfWestMidlands = "E12000005";
    public const string Sandwell = "E08000028";
    public const string Solihull = "E08000029";
    public const string Walsall = "E08000030";
    public const string Birmingham = "E08000025";

    public static readonly string[] Seven = [Coventry, Dudley, Sandwell, Solihull, Walsall, Wolverhampton, Birmingham];

    public static readonly DateOnly Today = new(2022, 6, 1);

    private static readonly DateOnly Joined = new(2020, 4, 1);

    private const string Mapping = """
        {
          "collection": "workforce", "title": "Workforce", "source": "Councils", "sourceLink": "https://example.org/w",
          "frequency": "annual", "sensitivity": "standard", "methodVersion": "1", "seriesBreaks": [], "scope": "children's",
          "columns": { "in_post": "Headcount.", "leavers": "In the year.", "days_lost": "To sickness." },
          "indicators": [
            { "code": "WF-1", "label": "Leavers", "definition": "Leavers of those in post.", "unit": "%", "decimalPlaces": 1,
              "polarity": "lower-is-better", "interval": "wilson", "formula": "N/D", "numerator": "leavers", "denominator": "in_post" },
            { "code": "WF-2", "label": "Leaving by group", "definition": "One rate over the other.", "unit": "ratio",
              "decimalPlaces": 2, "polarity": "parity", "interval": "katz", "formula": "relative likelihood",
              "sensitivity": "sensitive", "numerator": "leavers", "denominator": "in_post",
              "groups": { "dimension": "ethnicity_major", "group": "Mixed", "reference": "White" } },
            { "code": "WF-3", "label": "Days lost", "definition": "To sickness.", "unit": "days", "decimalPlaces": 0,
              "polarity": "neutral", "formula": "N", "sensitivity": "never-local", "numerator": "days_lost" }
          ]
        }
        """;

    private static readonly ReturnLayout Layout = new(
        [.. Workforce.Items],
        [.. Workforce.Fields.Select(field => field.Name)]
    );

    public static readonly IndicatorCatalogue Catalogue = new([Parse()]);

    public static NetworkDirectory SixTogether { get; } = Founded(Seven[..6]);

    public static string[] Parties => Seven[..4];

    public static ReturnedDirectory Nothing => new(Catalogue, new ReturnCollections([Workforce]));

    /// <summary>A network of these from the start.</summary>
    public static NetworkDirectory Founded(IEnumerable<string> councils) =>
        councils.Aggregate(
            NetworkDirectory.Empty.Apply(
                WestMidlands,
                new NetworkFounded(
                    WestMidlands,
                    NetworkLevel.Regional,
                    new NetworkDetails("West Midlands", ServiceScope.Both, null, null, [])
                )
            ),
            (networks, council) => networks.Apply(WestMidlands, new CouncilJoinedNetwork(council, Joined))
        );

    /// <summary>Nobody has compiled anything after it.</summary>
    public static ReturnedDirectory FirstRound() => Nothing.With(Round(1, All(ReleaseLevel.Nation)), SixTogether);

    /// <summary>The same with a mixed group in Sandwell that is too small to show.</summary>
    public static ReturnedDirectory WithSmallGroup() =>
        RoundOf(one => one.UnitKey == Sandwell ? Included(Sandwell, one.Level, (100, 30), (20, 3)) : one);

    /// <summary>All seven, with more and more people; Wolverhampton releases to everybody.</summary>
    public static IncludedReturn[] All(ReleaseLevel level) =>
        [
            .. Seven.Select(
                (council, index) =>
                    Included(
                        council,
                        council == Wolverhampton ? ReleaseLevel.Public : level,
                        (100 + (20 * index), 21 + index),
                        (60 + (10 * index), 13 + index)
                    )
            ),
        ];

    /// <summary>A return with fifty people of unknown ethnicity, of whom fifteen left.</summary>
    /// <param name="white">In post and leavers.</param>
    public static IncludedReturn Included(
        string council,
        ReleaseLevel level,
        (int InPost, int Leavers) white,
        (int InPost, int Leavers) mixed,
        int vintage = 1
    )
    {
        var rows = new Dictionary<string, (int InPost, int Leavers)>
        {
            ["White"] = white,
            ["Mixed"] = mixed,
            ["Unknown"] = (50, 15),
            ["Total"] = (white.InPost + mixed.InPost + 50, white.Leavers + mixed.Leavers + 15),
        };
        ReturnFigure[] cells =
        [
            .. Layout
                .Items.Select(item => rows[item])
                .SelectMany(row => new double[] { row.InPost, row.Leavers, row.Leavers * 2 })
                .Select(value => new ReturnFigure(value, FigureStatus.Value, StatedQualifier.Exact)),
        ];
        return new IncludedReturn(council, [council], vintage, new ReturnFigures(Layout, cells), level, Today);
    }

    /// <summary>The same return with another figure of leavers in all.</summary>
    public static IncludedReturn WithLeavers(this IncludedReturn one, ReturnFigure leavers)
    {
        var cells = one.Figures.Cells.ToArray();
        cells[(Layout.IndexOfItem("Total") * Layout.Fields.Count) + Layout.IndexOfField("leavers")] = leavers;
        return one with { Figures = new ReturnFigures(Layout, cells) };
    }

    /// <summary>The same return, sent by two councils together.</summary>
    public static IncludedReturn JointlyWith(this IncludedReturn one, string other)
    {
        string[] councils = [.. one.Councils.Append(other).Order(StringComparer.Ordinal)];
        return one with { UnitKey = string.Join('+', councils), Councils = councils };
    }

    /// <summary>A round of all seven, some of them changed or, where the change is null, left out.</summary>
    public static ReturnedDirectory RoundOf(Func<IncludedReturn, IncludedReturn?> change) =>
        Nothing.With(Round(1, All(ReleaseLevel.Nation).Select(change).OfType<IncludedReturn>()), SixTogether);

    public static CompiledRound Round(int number, params IEnumerable<IncludedReturn> included) =>
        new(
            "workforce",
            Year,
            number,
            DateTimeOffset.UnixEpoch,
            included.ToImmutableSortedDictionary(one => one.UnitKey, one => one, StringComparer.Ordinal)
        );

    public static FigureViewer Viewer(Actor? actor) => Viewer(actor, SixTogether, Parties, []);

    /// <param name="noted">Takes in whose figures were put on record.</param>
    /// <param name="shownAtHub">Councils whose figures a hub shows.</param>
    public static FigureViewer Viewer(
        Actor? actor,
        NetworkDirectory networks,
        IEnumerable<string> parties,
        ICollection<string> noted,
        params IEnumerable<string> shownAtHub
    ) =>
        new(
            new AudienceRules(actor, networks, new Agreement([.. parties]), Today),
            [.. shownAtHub.Select(Place.Council)],
            (sight, place) => noted.Add($"{sight} {place.Code}")
        );

    public static BenchmarkColumn Column(this ReturnedDirectory directory, FigureViewer viewer, string indicator)
    {
        var source = directory.Find(indicator, viewer)!;
        return source.Column(source.PeriodsInOrder[^1], source.Slices.Count - 1);
    }

    /// <summary>Codes of the units of which it shows anything, in order.</summary>
    public static string[] NamedIn(BenchmarkColumn column) =>
        [
            .. column
                .Units.All.Where((_, unit) => column.FigureOf(unit) is not null)
                .Select(unit => unit.Code)
                .Order(StringComparer.Ordinal),
        ];

    public static IndicatorFigure? FigureOf(this BenchmarkColumn column, string council) =>
        column.FigureOf(Domain.Councils.CouncilRegister.England.Find(council)!);

    /// <summary>All that a column tells, as text.</summary>
    public static string Told(BenchmarkColumn column)
    {
        var text = new StringBuilder();
        for (var unit = 0; unit < column.Units.All.Length; unit++)
        {
            if (column.FigureOf(unit) is { } figure)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{column.Units.All[unit].Code} {figure} {column.Statistics.ValueOf(unit)} {column.Statistics.IntervalOf(unit)}\n"
                );
            }
        }

        foreach (var area in new[] { Domain.Councils.England.Code, OfWestMidlands, "E12000001" })
        {
            var set = column.Statistics.Over(area)!;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{area} {column.RollupTo(area)?.Numerator} {set.Rollup?.Numerator} {set.Sample.Median} {set.Count}\n"
            );
        }

        var network = SixTogether.Find(WestMidlands)!;
        text.Append(
            CultureInfo.InvariantCulture,
            $"network {column.RollupTo(network)?.Numerator} {column.Statistics.Over(network).Rollup?.Numerator}\n"
        );
        return text.Append(CultureInfo.InvariantCulture, $"set {column.RollupOf(Seven)?.Numerator}").ToString();
    }

    private static IndicatorCollection Parse()
    {
        var reading = MappingParser.Parse(Encoding.UTF8.GetBytes(Mapping));
        return reading.Collection ?? throw new InvalidOperationException(string.Join('\n', reading.Faults));
    }

    private sealed class Agreement(HashSet<string> parties) : ISharingAgreements
    {
        public bool Cover(string network, string council, SharedSubject subject, DateOnly on) => false;

        public bool CoverIndicator(string network, string council, string indicator, DateOnly on) =>
            on == Today && parties.Contains(council);
    }
}
