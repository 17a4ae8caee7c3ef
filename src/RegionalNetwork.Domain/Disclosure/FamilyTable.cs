using RegionalNetwork.Domain.Benchmarking;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>How the columns of a council add up.</summary>
public enum SumRelation
{
    /// <summary>They do not: one column, or several that have nothing to do with each other.</summary>
    None,

    /// <summary>The last column is the sum of all others (E2).</summary>
    Total,

    /// <summary>In more than one way. Of such a council all columns are shown or none.</summary>
    Several,
}

/// <summary>What is known of a field before any figure is: its columns (breakdown groups, in the order of the cells) and rules.</summary>
/// <param name="Columns">At most 30. With <see cref="SumRelation.Total"/> the last is the total.</param>
/// <param name="TotalSensitivity">Of the total; unused where there is none.</param>
/// <param name="IsAmount">Money or full-time equivalents, for which dominance counts (D8).</param>
public sealed record Family(
    IReadOnlyList<string> Columns,
    SumRelation Relation,
    Sensitivity Sensitivity,
    Sensitivity TotalSensitivity,
    bool IsAmount
);

/// <summary>One council's (or joint return's) figures of a family, in one version.</summary>
/// <param name="Version">Differs whenever any cell does. A row with a unit and version that was compiled before is the same row.</param>
/// <param name="Cells">One for each column; null where nothing was submitted. None is negative. A row with a gap is in no line.</param>
/// <param name="People">The base of the counts (D1, D7).</param>
/// <param name="AlsoDisclosive">Columns that other rules hide, as bits from the first column: shares and means (D2).</param>
public sealed record FamilyRow(
    string Unit,
    int Version,
    IReadOnlyList<double?> Cells,
    double People,
    uint AlsoDisclosive
);

/// <summary>All returns of a family as they stand at a compile; a unit that is missing has not returned, or has withdrawn.</summary>
public sealed record FamilyTable(Family Family, IReadOnlyList<FamilyRow> Rows);

/// <summary>One family of a compile.</summary>
/// <param name="Ledger">As it was before.</param>
/// <param name="Candidates">Most important first.</param>
public sealed record FamilyToCompile(
    DisclosureLedger Ledger,
    FamilyTable Table,
    IReadOnlyList<CandidateLine> Candidates
);

/// <summary>A sum that would be published if it is safe.</summary>
/// <param name="Code">Under which it is published; the same from compile to compile.</param>
/// <param name="Area">Sets of one area (all members, those with a denominator too ...) are compared with each other.</param>
/// <param name="Units">Who belongs to it; those without a complete row are left out.</param>
public sealed record CandidateLine(string Code, string Area, LineLevel Level, IReadOnlyList<string> Units);
