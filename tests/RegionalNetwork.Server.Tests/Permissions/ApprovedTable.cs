using System.Collections.Immutable;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Server.Tests.Tidy;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>
/// Who may see and do what, as it was approved: <c>permissions.approved.txt</c>, which knows nothing of the table in the code.
/// </summary>
internal sealed record ApprovedTable(ImmutableDictionary<ApprovedCell, string> Cells)
{
    public const string Nowhere = "-";
    public const string InOwnPlace = "own";
    public const string Everywhere = "any";
    public const string HeldAtColumn = "held-at";
    public const string Yes = "yes";
    private const string File = "tests/RegionalNetwork.Server.Tests/Permissions/permissions.approved.txt";

    /// <summary>Tiers of which a cell says whose things are seen.</summary>
    public static IReadOnlyList<Tier> TiersOfThings { get; } =
    [Tier.CouncilDraft, Tier.CouncilApproved, Tier.NetworkNamed, Tier.Public];

    /// <summary>As the file says.</summary>
    public static ApprovedTable Read()
    {
        var cells = ImmutableDictionary.CreateBuilder<ApprovedCell, string>();
        string[] header = [];
        foreach (var line in System.IO.File.ReadLines(Path.Combine(Repository.Root, File)))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is ["role", ..])
            {
                header = words;
            }
            else if (words.Length > 1 && words[0] != "#")
            {
                Assert.Equal(header.Length, words.Length);
                foreach (var (column, value) in header.Zip(words).Skip(1))
                {
                    cells.Add(new ApprovedCell(RoleNamed(words[0]), column), value);
                }
            }
        }

        return new ApprovedTable(cells.ToImmutable());
    }

    /// <summary>The first three letters of its name, where no other permission begins with them.</summary>
    public static string ColumnOf(Permission permission) =>
        permission switch
        {
            Permission.RecordStatements => "STA",
            Permission.ReadAuditTrail => "AUD",
            Permission.ApproveReturns => "APR",
            Permission.ReleaseReturns => "REL",
            _ => permission.ToString()[..3].ToUpperInvariant(),
        };

    public static string ColumnOf(Tier tier) => $"T{(int)tier}";

    public string this[Role role, string column] => Cells[new ApprovedCell(role, column)];

    public ApprovedTable With(ApprovedCell cell, string value) => new(Cells.SetItem(cell, value));

    public PlaceKind HeldAt(Role role) => Enum.Parse<PlaceKind>(this[role, HeldAtColumn], ignoreCase: true);

    /// <param name="own">Where the role is held.</param>
    public bool May(Role role, Permission permission, Place own, Place place) =>
        this[role, ColumnOf(permission)] switch
        {
            Everywhere => true,
            InOwnPlace => own == place,
            _ => false,
        };

    public bool MayAnywhere(Role role, Permission permission) => this[role, ColumnOf(permission)] != Nowhere;

    public bool Sees(Role role, Tier tier, Whose whose) =>
        this[role, ColumnOf(tier)].Contains((char)whose, StringComparison.Ordinal);

    public bool SeesNational(Role role) => this[role, ColumnOf(Tier.NationalAggregate)] == Yes;

    /// <summary>Cells whose values differ, in words; also those that only one of the two has.</summary>
    public IReadOnlyList<string> DifferencesFrom(ApprovedTable other) =>
        [
            .. Cells
                .Keys.Union(other.Cells.Keys)
                .Where(cell => Cells.GetValueOrDefault(cell) != other.Cells.GetValueOrDefault(cell))
                .Select(cell =>
                    $"{cell}: {Cells.GetValueOrDefault(cell, "nothing")} and {other.Cells.GetValueOrDefault(cell, "nothing")}"
                ),
        ];

    private static Role RoleNamed(string name) =>
        Roles.TryParse(name, out var role) ? role : throw new InvalidOperationException($"{name} is no role.");
}

/// <summary>Whose a thing is, seen from the council E08000031 and its network; the letter stands in the table's cells.</summary>
internal enum Whose
{
    Own = 'o',

    /// <summary>Another council's of the network, under an agreement with the caller's.</summary>
    Agreed = 'a',

    /// <summary>Another council's of the network, without.</summary>
    Without = 'w',

    /// <summary>The network's own.</summary>
    NoCouncils = 'n',
}

internal readonly record struct ApprovedCell(Role Role, string Column)
{
    public override string ToString() => $"{Roles.NameOf(Role)} {Column}";
}
