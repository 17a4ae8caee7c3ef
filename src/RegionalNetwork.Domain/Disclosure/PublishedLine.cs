using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>A sum that was published, with exactly the rows that it adds up.</summary>
/// <param name="UnitKeys">Contributors in ordinal order.</param>
/// <param name="Versions">Of each contributor.</param>
/// <param name="Sums">Raw, one for each column of the family; null where that column is confidential (status c).</param>
/// <param name="Superseded">A contributor has since restated or withdrawn, and the new sum could not be published.</param>
public sealed record PublishedLine(
    string Code,
    string Area,
    ImmutableArray<string> UnitKeys,
    ImmutableArray<int> Versions,
    ImmutableArray<double?> Sums,
    bool Superseded
)
{
    /// <summary>Places in the ledger's rows, as the contributors are.</summary>
    internal ImmutableArray<int> Rows { get; init; } = [];

    /// <summary>Columns that have a sum, as bits.</summary>
    internal uint Published { get; init; }
}

/// <summary>Why a line, or its newest form, is not there. For logs: who is shown it learns something about the figures.</summary>
public enum WithheldReason
{
    /// <summary>D7.</summary>
    TooFewUnitsOrPeople,

    /// <summary>D9, D10, D11: it would differ by one or two councils from a sum that was published.</summary>
    Difference,

    /// <summary>D1 and D12 for the sum itself.</summary>
    SmallSum,

    /// <summary>D8.</summary>
    Dominance,

    /// <summary>D4, D5, D6: with it, some hidden cell could be worked out too closely.</summary>
    Bounds,

    /// <summary>The audit found a fault, and nothing of this compile was published.</summary>
    Audit,
}
