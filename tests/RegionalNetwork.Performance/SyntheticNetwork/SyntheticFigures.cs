using System.Globalization;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Performance.SyntheticNetwork;

/// <summary>A file with the columns of the children's social work workforce census, eight years long, with made-up figures.</summary>
internal static class SyntheticFigures
{
    private const int FirstYear = 2016;
    private const int Years = 8;
    private const int SuppressedOf = 33;

    private static readonly string[] Columns =
    [
        "inpost_fte",
        "inpost_headcount",
        "leavers_fte",
        "leavers_headcount",
        "starters_fte",
        "starters_headcount",
        "vacancy_fte",
        "agency_fte",
        "agency_headcount",
        "agency_cover_fte",
        "cases",
        "case_holders_fte",
        "working_days_lost_fte",
        "turnover_rate_fte",
        "vacancy_rate_fte",
        "agency_rate_fte",
        "caseload_fte",
        "absence_rate_fte",
    ];

    public static ImportVintage Import(Random random) => Import(random, vintage: 1);

    /// <param name="vintage">From 1; each is another file.</param>
    public static ImportVintage Import(Random random, int vintage) =>
        PublicationId.TryParse("csww", out var publication)
            ? new ImportVintage(publication, "Workforce, made up", "synthetic.csv", $"{vintage:x64}", Data(random), [])
            : throw new InvalidOperationException("The census has lost its name.");

    private static DataSet Data(Random random)
    {
        var register = CouncilRegister.England;
        AreaReference[] areas =
        [
            new(AreaLevel.National, England.Code, null, England.Name),
            .. register.Regions.Select(region => new AreaReference(AreaLevel.Regional, region.Code, null, region.Name)),
            .. register.Live.Select(council => new AreaReference(
                AreaLevel.LocalAuthority,
                council.Code,
                council.ThreeDigitCode,
                council.Name
            )),
        ];
        string[] texts = ["c", .. Enumerable.Range(1, 4_000).Select(tenths => Text(tenths))];
        DataRow[] rows =
        [
            .. Enumerable
                .Range(0, Years)
                .SelectMany(year => Enumerable.Range(0, areas.Length).Select(area => new DataRow(year, area, 0))),
        ];
        return new DataSet(
            [.. Enumerable.Range(FirstYear, Years).Select(year => new Period(Number(year), "Reporting year"))],
            areas,
            [],
            [new Slice([])],
            [.. Columns.Select(column => new IndicatorColumn(column, column, "", "", 1))],
            texts,
            rows,
            [.. Columns.Select(_ => Cells(random, rows.Length, texts.Length))]
        );
    }

    private static int[] Cells(Random random, int rows, int texts) =>
        [.. Enumerable.Range(0, rows).Select(_ => random.Next(SuppressedOf) == 0 ? 0 : random.Next(1, texts))];

    private static string Text(int tenths) => (tenths / 10m).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Number(int year) => year.ToString(CultureInfo.InvariantCulture);
}
