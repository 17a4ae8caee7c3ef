using System.Globalization;

namespace RegionalNetwork.Domain.Councils.Register;

/// <summary>The register's four tables as records; what each column means stands above it in the table.</summary>
internal static class RegisterTables
{
    private static readonly DateOnly RegisterBegins = new(2009, 1, 1);

    public static IReadOnlyList<Region> Regions() =>
        [.. RegisterTable.Read("regions.txt").Select(row => new Region(row[0], row[1], row[2]))];

    public static IReadOnlyList<Council> Councils(IReadOnlyList<Region> regions)
    {
        var byCode = regions.ToDictionary(region => region.Code);
        return [.. RegisterTable.Read("councils.txt").Select(row => Council(row, byCode[row[3]])).OrderBy(c => c.Code)];
    }

    public static IReadOnlyList<CodeChange> Changes() =>
        [
            .. RegisterTable
                .Read("changes.txt")
                .Select(row => new CodeChange(row[0], row[1], RegisterTable.Date(row[2]), KindOf(row[3]))),
        ];

    public static IReadOnlyList<JointReturn> JointReturns(IReadOnlyDictionary<string, Council> councils) =>
        [
            .. RegisterTable
                .Read("joint-returns.txt")
                .Select(row => JointReturn([.. row[0].Split(',').Select(code => councils[code])], row[1], row[2])),
        ];

    private static Council Council(string[] row, Region area) =>
        new(
            Code: row[0],
            ThreeDigitCode: row[1].Length == 0 ? null : row[1],
            Name: row[4],
            Type: TypeOf(row[2]),
            RegionCode: area.IsPartOfRegion ? area.Parent : area.Code,
            SubRegionCode: area.IsPartOfRegion ? area.Code : null,
            From: row[5].Length == 0 ? RegisterBegins : RegisterTable.Date(row[5]),
            To: row[6].Length == 0 ? null : RegisterTable.Date(row[6])
        );

    private static JointReturn JointReturn(Council[] members, string first, string last) =>
        new(
            string.Join(Domain.Councils.JointReturn.Separator, members.Select(member => member.Code)),
            string.Join(Domain.Councils.JointReturn.Separator, members.Select(member => member.ThreeDigitCode)),
            string.Join(Domain.Councils.JointReturn.Separator, members.Select(member => member.Name)),
            members,
            int.Parse(first, CultureInfo.InvariantCulture),
            int.Parse(last, CultureInfo.InvariantCulture)
        );

    private static CouncilType TypeOf(string text) =>
        text switch
        {
            "unitary" => CouncilType.UnitaryAuthority,
            "metropolitan" => CouncilType.MetropolitanDistrict,
            "london" => CouncilType.LondonBorough,
            "county" => CouncilType.County,
            _ => throw new InvalidDataException($"register/councils.txt: '{text}' is not a type of council."),
        };

    private static CodeChangeKind KindOf(string text) =>
        text switch
        {
            "recode" => CodeChangeKind.Recode,
            "recode-boundary" => CodeChangeKind.RecodeWithBoundaryChange,
            "merge" => CodeChangeKind.Merge,
            "split" => CodeChangeKind.Split,
            _ => throw new InvalidDataException($"register/changes.txt: '{text}' is not a kind of change."),
        };
}
