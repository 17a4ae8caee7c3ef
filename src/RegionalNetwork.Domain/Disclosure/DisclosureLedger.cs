using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>
/// What of one family (collection, period and field) may be shown to others, compile by compile: named cells and sums. The mask is
/// the same for every audience; an audience only narrows it further. Immutable, and a function of the compiles alone.
/// </summary>
/// <remarks>
/// The guarantee: from all cells and sums that were ever shown, and one council's own figures, no other hidden cell can be worked
/// out to within the larger of 5 people and 20 % of it. How: <see cref="AtomSolver"/>. It is checked after every compile
/// (<see cref="BoundsAudit"/>).
/// </remarks>
public sealed record DisclosureLedger
{
    public static readonly DisclosureLedger Empty = new();

    internal DisclosureLedger() { }

    /// <summary>What the audit of the last compile found. Anything here is a fault of this service: nothing was published.</summary>
    public ImmutableArray<AuditFailure> AuditFailures { get; internal init; } = [];

    internal Family? Family { get; init; }

    internal ImmutableArray<LedgerRow> Rows { get; init; } = [];

    /// <summary>Every sum that was ever published, in that order.</summary>
    internal ImmutableArray<PublishedLine> Lines { get; init; } = [];

    /// <summary>The row of each unit that is in now.</summary>
    internal ImmutableDictionary<string, int> Current { get; init; } = ImmutableDictionary<string, int>.Empty;

    internal ImmutableDictionary<string, PublishedLine> CurrentLines { get; init; } =
        ImmutableDictionary<string, PublishedLine>.Empty;

    internal ImmutableDictionary<string, WithheldReason> WithheldLines { get; init; } =
        ImmutableDictionary<string, WithheldReason>.Empty;

    /// <summary>How many rows there were when sums that had been withheld were tried last.</summary>
    internal int SumsTriedAt { get; init; }

    /// <summary>Groups that are too small for sums of their own, as bits; see <see cref="SmallGroups"/>.</summary>
    internal uint Merged { get; init; }

    /// <summary>Takes in the returns as they stand. The same table again changes nothing.</summary>
    /// <param name="candidates">Most important first: an earlier one is never given up for a later one.</param>
    /// <exception cref="ArgumentException">A row or family that cannot be, or a version that came with other figures
    /// before.</exception>
    public DisclosureLedger Compile(FamilyTable table, IReadOnlyList<CandidateLine> candidates) =>
        GroupCompilation.Run(FamilyGroup.OfOne, [new FamilyToCompile(this, table, candidates)])[0];

    /// <summary>As <see cref="Compile"/>, for families that bound each other.</summary>
    /// <returns>The next ledger of each.</returns>
    /// <exception cref="ArgumentException">As of <see cref="Compile"/>, or rows that are not the same in all families.</exception>
    public static IReadOnlyList<DisclosureLedger> CompileTogether(
        FamilyGroup group,
        IReadOnlyList<FamilyToCompile> families
    ) => GroupCompilation.Run(group, families);

    /// <summary>Whether the cell of the unit's compiled version may be shown under its name. False for a unit that is not
    /// in.</summary>
    public bool IsShown(string unit, int column) => Current.TryGetValue(unit, out var row) && Rows[row].Shows(column);

    /// <summary>The version of the unit's row that others see, or null.</summary>
    public int? VersionOf(string unit) => Current.TryGetValue(unit, out var row) ? Rows[row].Version : null;

    /// <summary>The sum last published under this code, or null.</summary>
    public PublishedLine? Line(string code) => CurrentLines.GetValueOrDefault(code);

    /// <summary>Why the newest form of the line was not published, or null. Not to be shown to callers.</summary>
    public WithheldReason? Withheld(string code) => WithheldLines.TryGetValue(code, out var reason) ? reason : null;
}
