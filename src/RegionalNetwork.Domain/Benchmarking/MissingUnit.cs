using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <param name="Code">Of the unit, or as asked for where it is unknown.</param>
/// <param name="Status">The symbol in the way, where one is.</param>
public sealed record MissingUnit(string Code, string Name, MissingReason Reason, FigureStatus? Status)
{
    /// <summary>A sentence for the reader of a rollup.</summary>
    public string Explain() =>
        Reason switch
        {
            MissingReason.NoRow => $"{Name} has no figures for this period.",
            MissingReason.NumeratorHasNoNumber => $"{Name} is left out: what is counted {Because()}.",
            MissingReason.DenominatorHasNoNumber => $"{Name} is left out: what it is divided by {Because()}.",
            MissingReason.ValueHasNoNumber => $"{Name} is left out: its value {Because()}.",
            MissingReason.ReachesOutsideTheSet =>
                $"{Name} is left out: its figures are in one with those of a council that is not in this set.",
            _ => $"There is no council with the code {Code}. Check the code.",
        };

    private string Because() =>
        Status switch
        {
            FigureStatus.Confidential => "is suppressed to protect confidentiality",
            FigureStatus.NotApplicable => "does not apply to it",
            FigureStatus.LowReliability => "is too unreliable to publish",
            _ => "is not available",
        };
}

/// <summary>Why a unit is not in a rollup.</summary>
public enum MissingReason
{
    /// <summary>The file has no row for it in this period.</summary>
    NoRow,

    /// <summary>What is counted is a symbol: see <see cref="MissingUnit.Status"/>.</summary>
    NumeratorHasNoNumber,

    /// <summary>What it is divided by is a symbol: see <see cref="MissingUnit.Status"/>.</summary>
    DenominatorHasNoNumber,

    /// <summary>Its value is a symbol: see <see cref="MissingUnit.Status"/>. It may still be in a rollup, by its parts.</summary>
    ValueHasNoNumber,

    /// <summary>It reports jointly with, or was part of, a council outside the set: its own figures cannot be told apart.</summary>
    ReachesOutsideTheSet,

    /// <summary>No council has or had this code.</summary>
    UnknownCode,
}
